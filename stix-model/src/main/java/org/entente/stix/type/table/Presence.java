// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.Locale;

/** Whether a property must be there. */
public enum Presence {
  REQUIRED,
  OPTIONAL,
  /** Optional, and better left out. */
  DEPRECATED;

  static Presence of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** As the tables write it: {@code required}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
