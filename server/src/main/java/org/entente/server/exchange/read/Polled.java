// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.server.store.Asked;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;

/**
 * Remembers durably who has polled what, and from where while it lacked something that it had,
 * before what it may see is computed: whoever has not polled needs no gains, and whoever gets
 * something back is sent only what it has passed meanwhile.
 */
final class Polled {
  private final ObjectStore store;

  /** From where on a reader may ask without anything being written. */
  private final Map<Keys.Poller, Long> free = new ConcurrentHashMap<>();

  Polled(ObjectStore store) {
    this.store = store;
  }

  /** Takes over what the store has. */
  Future<Void> load() {
    return store
        .asked()
        .map(
            all -> {
              all.forEach(this::known);
              return null;
            });
  }

  /** Takes over a commit. */
  void absorb(Committed<?> committed) {
    committed.asked().forEach(this::known);
  }

  private void known(Asked asked) {
    free.put(new Keys.Poller(asked.credential(), asked.collection()), asked.high());
  }

  /**
   * Done once it is durable that a reader polls a collection from a position on.
   *
   * @param from exclusive; -1 for the beginning
   */
  Future<Void> note(String credential, String collection, long from) {
    Keys.Poller poller = new Keys.Poller(credential, collection);
    Long known = free.get(poller);
    return known != null && from >= known
        ? Future.succeededFuture()
        : store.commit(Keys.of(poller), 1, facts -> decided(facts, poller, from)).mapEmpty();
  }

  private static Decide.Step<Keys.Poller> decided(Facts facts, Keys.Poller poller, long from) {
    Optional<Asked> kept = facts.asked().stream().findFirst();
    Asked now = kept.orElseGet(() -> Asked.of(poller.credential(), poller.collection())).from(from);
    return new Decide.Write<>(kept.equals(Optional.of(now)) ? Plan.NOTHING : plan(now), poller);
  }

  private static Plan plan(Asked asked) {
    return Plan.ofRules(List.of(), List.of(), List.of(asked), List.of(), List.of());
  }
}
