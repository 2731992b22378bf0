// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import java.util.List;
import org.entente.document.Place;
import org.entente.document.ResourceError;

/**
 * Texts that were read and not looked into.
 *
 * @param items the documents, in order
 * @param errors where a text cannot be read
 */
public record Parsed(List<Item> items, List<ResourceError> errors) {
  /**
   * A document.
   *
   * @param json what it says, on one line
   * @param place where it stands
   */
  public record Item(String json, Place place) {}
}
