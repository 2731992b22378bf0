// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import java.util.List;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.state.Readers;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.policy.Reader;
import org.entente.server.resource.Collection;

/**
 * The collections that somebody may know of, and what it may do with each (TAXII 2.1 §5.1, §5.2).
 */
final class Shelf {
  private Shelf() {}

  static List<CollectionView> all(Snapshot now, Principal principal, String apiRoot) {
    return Readers.of(now, principal).stream()
        .flatMap(
            reader ->
                now.community().collections().stream()
                    .filter(collection -> collection.apiRoot().equals(apiRoot))
                    .flatMap(collection -> view(now, reader, collection).stream()))
        .toList();
  }

  static Optional<CollectionView> one(
      Snapshot now, Principal principal, String apiRoot, String idOrAlias) {
    return Readers.of(now, principal)
        .flatMap(
            reader ->
                now.community()
                    .collectionAt(apiRoot, idOrAlias)
                    .flatMap(collection -> view(now, reader, collection)));
  }

  private static Optional<CollectionView> view(Snapshot now, Reader reader, Collection collection) {
    boolean reads = now.community().reads(reader, collection.id());
    boolean writes = now.community().writes(reader, collection.id());
    if (!reads && !writes && !(collection.visibleToAll() && reader.member().isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        new CollectionView(
            collection.id(),
            collection.title(),
            collection.description(),
            collection.alias(),
            reads,
            writes,
            collection.apiRoot()));
  }
}
