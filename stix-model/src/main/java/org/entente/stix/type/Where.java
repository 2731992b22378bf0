// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.type.table.Property;

/**
 * What a finding is about.
 *
 * @param property the property
 * @param section where the standard has it
 * @param pointer the place in the object
 */
record Where(String property, String section, String pointer) {
  /** A property of a shape, by its section. */
  static Where of(Property property, String pointer) {
    return new Where(property.name(), section(property.section()), pointer);
  }

  /** A number of the standard's tables as people write it. */
  static String section(String number) {
    return number.isEmpty() ? "" : "§" + number;
  }
}
