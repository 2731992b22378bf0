// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.Resource;

/**
 * A whole community, by name.
 *
 * @param documents all resources
 * @param broken names of those that are there and could not be read; to refer to one is no error
 */
record Whole(Map<Ref, Document> documents, Set<Ref> broken) {
  boolean has(Kind kind, String id) {
    Ref ref = new Ref(kind, id);
    return documents.containsKey(ref) || broken.contains(ref);
  }

  <R extends Resource> Stream<R> all(Class<R> type) {
    return documents.values().stream()
        .map(Document::resource)
        .filter(type::isInstance)
        .map(type::cast);
  }

  <R extends Resource> Optional<R> find(Class<R> type, Kind kind, String id) {
    return Optional.ofNullable(documents.get(new Ref(kind, id)))
        .map(document -> type.cast(document.resource()));
  }

  /** Whether some of a kind could not be read, so that another name for it may be missing. */
  boolean unsure(Kind kind) {
    return broken.stream().anyMatch(ref -> ref.kind() == kind);
  }

  Collection<Document> everything() {
    return documents.values();
  }
}
