// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import org.jspecify.annotations.Nullable;

/** The fields of a record, by name. */
@FunctionalInterface
public interface Fields {
  /**
   * A field's value.
   *
   * @param name its name; points lead into what is nested
   * @return a {@code String}, a {@code List} of them, or null where the record has none
   */
  @Nullable Object get(String name);
}
