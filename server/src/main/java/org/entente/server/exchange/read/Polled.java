// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.store.Asked;
import org.entente.server.store.Decide;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;

/**
 * Remembers durably who has polled what, before what it may see is computed: whoever has not polled
 * needs no gains.
 */
final class Polled {
  private final ObjectStore store;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Polled(ObjectStore store) {
    this.store = store;
  }

  /** Takes over what the store has. */
  Future<Void> load() {
    return store
        .asked()
        .map(
            all -> {
              all.forEach(asked -> known.add(key(asked.credential(), asked.collection())));
              return null;
            });
  }

  /** Done once it is durable that the reader polls the collection. */
  Future<Void> note(String credential, String collection) {
    String key = key(credential, collection);
    if (known.contains(key)) {
      return Future.succeededFuture();
    }
    Plan plan = plan(new Asked(credential, collection, Set.of(), Long.MAX_VALUE));
    return store
        .commit(Keys.NONE, 1, facts -> new Decide.Write<>(plan, key))
        .map(
            committed -> {
              known.add(committed.result());
              return null;
            });
  }

  private static Plan plan(Asked asked) {
    return new Plan(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(asked),
        List.of(),
        List.of());
  }

  private static String key(String credential, String collection) {
    return credential + ' ' + collection;
  }
}
