// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record must be like.
 *
 * @param field the field that is looked at
 * @param values one of these, whatever the case; empty for any value at all
 * @param holds whether it must be so, or must not
 */
public record Condition(String field, Set<String> values, boolean holds) {
  /** Whether a record is so. */
  public boolean test(Fields fields) {
    return among(fields.get(field)) == holds;
  }

  private boolean among(@Nullable Object value) {
    if (Filters.isEmpty(value)) {
      return false;
    }
    if (values.isEmpty()) {
      return true;
    }
    return value instanceof List<?> list
        ? list.stream().anyMatch(item -> isOne(String.valueOf(item)))
        : isOne(String.valueOf(value));
  }

  private boolean isOne(String text) {
    String plain = Filters.trim(text);
    return values.stream().anyMatch(plain::equalsIgnoreCase);
  }
}
