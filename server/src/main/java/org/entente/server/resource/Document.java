// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

/**
 * A resource and the text that says the same.
 *
 * @param resource the resource, defaults filled in
 * @param json the document as applied, as JSON: members in the order of their names, no white
 *     space, no defaults added; two documents say the same exactly when these texts are equal
 */
public record Document(Resource resource, String json) {
  /** The name of the resource. */
  public Ref ref() {
    return Ref.of(resource);
  }
}
