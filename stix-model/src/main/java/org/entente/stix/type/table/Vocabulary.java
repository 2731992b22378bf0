// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

import java.util.Set;

/**
 * A vocabulary of STIX 2.1 §10.
 *
 * @param name as the standard has it, {@code region-ov}
 * @param section where the standard has it
 * @param values its values in the order of the standard
 */
public record Vocabulary(String name, String section, Set<String> values) {
  /** Whether other values are allowed; of an enumeration they are not (§2.4, §2.13). */
  public boolean open() {
    return name.endsWith("-ov");
  }
}
