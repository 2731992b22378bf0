// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.Locale;

/** The classes of types (STIX 2.1 §1.4, §3.2), and what is no object by itself. */
public enum TypeClass {
  /** A domain object (§4). */
  SDO,
  /** A relationship object (§5). */
  SRO,
  /** A cyber-observable (§6). */
  SCO,
  /** A meta object (§7). */
  SMO,
  /** The bundle (§8), which is no STIX object. */
  BUNDLE,
  /** A predefined extension (§6), a value within {@code extensions}. */
  EXTENSION,
  /** A part of objects: the value of a property. */
  PART;

  static TypeClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The class in lower case, as the tables write it: {@code sdo}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
