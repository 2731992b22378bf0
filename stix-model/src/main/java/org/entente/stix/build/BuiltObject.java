// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.nio.charset.StandardCharsets;
import org.entente.stix.StixId;

/**
 * An object that was made here.
 *
 * @param id its identifier
 * @param bytes the object, JSON in UTF-8; not to be changed
 */
public record BuiltObject(StixId id, byte[] bytes) {
  /** The object as text. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
