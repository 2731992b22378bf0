// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.Locale;

/** How strongly something is demanded; what comes of it depends on the {@link Profile}. */
public enum Strength {
  /** Nothing can be stored without it. */
  STORAGE,
  /** The standard's MUST. */
  MUST,
  /** The standard's SHOULD. */
  SHOULD,
  /** What the interoperability tests ask for beyond the standard. */
  INTEROP,
  /** What sense advises, and never a reason to refuse an object. */
  ADVICE,
  /** What the standard allows and means to give up. */
  DEPRECATED,
  /** What is good to have, and hardly anybody has. */
  HINT;

  static Strength of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** As the tables write it: {@code must}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
