// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.type.table.Kind;

/**
 * Where a path ends.
 *
 * @param kinds what the value may be; none when the path leads beyond what the table knows
 * @param list whether it is a list, of which no item was chosen
 * @param wrong why the path leads nowhere, when it does
 */
record Leaf(Set<Kind> kinds, boolean list, Optional<String> wrong) {
  /** Beyond the table: whatever stands there is fine. */
  static final Leaf UNKNOWN = new Leaf(Set.of(), false, Optional.empty());

  static Leaf of(Set<Kind> kinds, boolean list) {
    return new Leaf(EnumSet.copyOf(kinds), list, Optional.empty());
  }

  static Leaf nowhere(String why) {
    return new Leaf(Set.of(), false, Optional.of(why));
  }
}
