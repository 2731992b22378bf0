// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoredReference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;

/**
 * What is committed, and on top of it what this commit is about to add. What is not loaded yet is
 * noted and answered as if it were not there; the decision is then made again.
 */
final class World {
  /** Steps along references, in one look at what is loaded. */
  private static final int MOST_STEPS = 500_000;

  private final Facts facts;
  private final Map<StixId, List<Draft>> versions = new HashMap<>();
  private final Map<Long, Draft> byRef = new HashMap<>();
  private final Map<StixId, Set<StixId>> freshReferrers = new HashMap<>();
  private final Set<StixId> missingIds = new LinkedHashSet<>();
  private final Set<StixId> missingReferrers = new LinkedHashSet<>();
  private final Set<Long> missingBytes = new LinkedHashSet<>();
  private final Set<Keys.Carrier> missingCarriers = new LinkedHashSet<>();
  private int steps;

  World(Facts facts) {
    this.facts = facts;
  }

  List<Draft> versions(StixId id) {
    List<Draft> known = versions.get(id);
    if (known != null) {
      return known;
    }
    if (!facts.knows(id)) {
      missingIds.add(id);
      return List.of();
    }
    List<Draft> stored = new ArrayList<>();
    facts.versions(id).forEach(version -> stored.add(Draft.stored(version)));
    versions.put(id, stored);
    stored.forEach(draft -> byRef.put(draft.ref, draft));
    return stored;
  }

  void add(Draft draft) {
    List<Draft> all = versions(draft.id);
    if (versions.containsKey(draft.id)) {
      all.add(draft);
      byRef.put(draft.ref, draft);
      for (StoredReference reference : draft.references) {
        freshReferrers
            .computeIfAbsent(reference.target(), target -> new LinkedHashSet<>())
            .add(draft.id);
      }
    }
  }

  /** Ids of which some version refers to an id. */
  Set<StixId> referrers(StixId id) {
    Set<StixId> all = new LinkedHashSet<>(freshReferrers.getOrDefault(id, Set.of()));
    if (facts.knowsReferrers(id)) {
      all.addAll(facts.referrers(id));
    } else {
      missingReferrers.add(id);
    }
    return all;
  }

  /** A version that was asked for before. */
  Draft draft(long ref) {
    Draft draft = byRef.get(ref);
    if (draft == null) {
      throw new IllegalStateException("no version " + ref + " was loaded");
    }
    return draft;
  }

  Optional<byte[]> bytes(long vid) {
    Optional<byte[]> bytes = facts.bytes(vid);
    if (bytes.isEmpty()) {
      missingBytes.add(vid);
    }
    return bytes;
  }

  /** Stored carriers of a class. */
  Set<Long> carriers(StixId target, String collection, int audience) {
    Keys.Carrier key = new Keys.Carrier(target, collection, audience);
    Optional<Set<Long>> carriers = facts.carriers(key);
    if (carriers.isEmpty()) {
      missingCarriers.add(key);
    }
    return carriers.orElse(Set.of());
  }

  /** The versions that whoever owns the id may add to; empty for an id that has no owner. */
  Lineage owned(StixId id) {
    return lineage(id, draft -> !draft.shadow);
  }

  /** The versions that one member brought: of an id without an owner, or its shadows. */
  Lineage brought(StixId id, String member, boolean shadow) {
    return lineage(id, draft -> draft.shadow == shadow && draft.owner.equals(member));
  }

  private Lineage lineage(StixId id, Predicate<Draft> belongs) {
    List<Draft> all = new ArrayList<>(1);
    for (Draft draft : versions(id)) {
      if (belongs.test(draft)) {
        all.add(draft);
      }
    }
    return new Lineage(all);
  }

  /** The lineage that a version belongs to. */
  Lineage lineage(Draft draft) {
    return draft.shadow || StixObject.isObservable(draft.id.type())
        ? brought(draft.id, draft.owner, draft.shadow)
        : owned(draft.id);
  }

  /**
   * Counts a step along references.
   *
   * @throws StoreException {@code TOO_MUCH} after more than a writer can be kept busy with
   */
  void step() {
    if (++steps > MOST_STEPS) {
      throw new StoreException(
          StoreException.Reason.TOO_MUCH, "too many objects depend on each other", null);
    }
  }

  /** Counts anew. */
  void rest() {
    steps = 0;
  }

  /** What has to be loaded before this can be decided. */
  Keys missing() {
    return new Keys(missingIds, missingReferrers, missingBytes, missingCarriers, Set.of(), false);
  }
}
