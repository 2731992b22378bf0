// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.List;
import java.util.Set;
import org.entente.document.ResourceError;
import org.entente.server.resource.Document;
import org.entente.server.resource.Ref;

/**
 * What a set of documents would change.
 *
 * @param changes in the order of kinds and ids; those that go come last, in the opposite order
 * @param upserts the documents that are new or differ
 * @param deletes the names of those that go
 * @param errors why it must not be done; nothing of it then
 */
public record Plan(
    List<Change> changes, List<Document> upserts, Set<Ref> deletes, List<ResourceError> errors) {
  static Plan refused(List<ResourceError> errors) {
    return new Plan(List.of(), List.of(), Set.of(), List.copyOf(errors));
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
