// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import java.util.List;
import java.util.Set;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.server.resource.Document;
import org.entente.server.resource.Ref;

/**
 * What was read.
 *
 * @param entries the documents that nothing is wrong with in themselves, in order
 * @param broken the names of those that something is wrong with, where they have one
 * @param errors all that is wrong, in order
 */
public record Loaded(List<Entry> entries, Set<Ref> broken, List<ResourceError> errors) {
  /**
   * A document and its place.
   *
   * @param document the document
   * @param place where it stands
   */
  public record Entry(Document document, Place place) {}

  /** The documents alone. */
  public List<Document> documents() {
    return entries.stream().map(Entry::document).toList();
  }
}
