// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.server.policy.AudienceClass;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredRow;
import org.entente.stix.StixId;

/**
 * Settles rows after the versions of some ids have changed: their own, those of everything that
 * refers to them, and those of what they carry.
 */
final class Settlement {
  private final World world;
  private final ClassForms forms;
  private final Set<StixId> changed;
  private final Set<StixId> unsettled = new LinkedHashSet<>();
  private final Structure structure;
  private final Map<Place, RowSet> rowSets = new LinkedHashMap<>();

  /** A version in a collection. */
  private record Place(long ref, String collection) {}

  Settlement(World world, Ground ground, Set<StixId> changed) {
    this.world = world;
    this.forms = ground.forms();
    this.changed = changed;
    unsettled.addAll(changed);
    structure = new Structure(world, new Levels(world, ground.community()), forms, unsettled);
  }

  /** Works everything out and writes the rows. */
  void write(Writing writing) {
    for (StixId id : changed) {
      if (reaches(id)) {
        spread(id);
      }
    }
    Carriage carriage = new Carriage(world, structure, forms);
    for (StixId id : unsettled) {
      for (Draft draft : world.versions(id)) {
        for (String collection : draft.collections()) {
          settle(draft, collection, carriage);
        }
      }
    }
    carriage.settle(this::rowSet);
    writeRows(writing);
  }

  /** Whether those that refer to an id see a change: a class that its head had not before. */
  private boolean reaches(StixId id) {
    if (world.referrers(id).isEmpty()) {
      return false;
    }
    for (Draft draft : world.versions(id)) {
      for (String collection : draft.collections()) {
        boolean is = isHead(draft, collection);
        if (wasHead(draft, collection) != is || (is && classChanges(draft, collection))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean classChanges(Draft draft, String collection) {
    return !structure
        .settled(draft, collection)
        .equals(Optional.of(structure.of(draft, collection)));
  }

  /** Everything that stands on an id, however far, has to be decided anew. */
  private void spread(StixId from) {
    Deque<StixId> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      StixId id = open.remove();
      boolean narrowing = !world.versions(id).stream().allMatch(Draft::carried);
      for (StixId referrer : world.referrers(id)) {
        if (!unsettled.contains(referrer) && standsOn(referrer, id, narrowing)) {
          unsettled.add(referrer);
          open.add(referrer);
        }
      }
    }
  }

  /** Of a deleted version the markings go on to bind. */
  private boolean standsOn(StixId referrer, StixId id, boolean narrowing) {
    for (Draft draft : world.versions(referrer)) {
      for (StoredReference reference : draft.references) {
        if (reference.target().equals(id)
            && ((narrowing && !draft.deleted && Structure.narrows(draft, reference))
                || draft.facts.markings().contains(id))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isHead(Draft draft, String collection) {
    return world.lineage(draft).head(collection).equals(Optional.of(draft));
  }

  private RowSet rowSet(Draft draft, String collection) {
    return rowSets.computeIfAbsent(
        new Place(draft.ref, collection), place -> new RowSet(draft, collection, forms));
  }

  private void settle(Draft draft, String collection, Carriage carriage) {
    boolean was = wasHead(draft, collection);
    if (!draft.standsIn(collection)) {
      Set<AudienceClass> before = was ? carriage.classesOf(draft, collection) : Set.of();
      rowSet(draft, collection).clear();
      carriage.moved(draft, collection, before, Set.of());
    } else if (draft.carried() && !draft.shadow) {
      carriage.want(draft, collection);
    } else {
      settleOrdinary(draft, collection, carriage, was);
    }
  }

  private void settleOrdinary(Draft draft, String collection, Carriage carriage, boolean was) {
    RowSet rows = rowSet(draft, collection);
    Set<AudienceClass> before = was ? carriage.classesOf(draft, collection) : Set.of();
    boolean is = isHead(draft, collection);
    if (is && !was) {
      // The version that comes forward when a head is deleted stands anew, at the end.
      rows.clear();
    }
    AudienceClass audience = structure.of(draft, collection);
    rows.settle(audience);
    if (!draft.shadow) {
      carriage.moved(draft, collection, before, is ? Set.of(audience) : Set.of());
    }
  }

  private static boolean wasHead(Draft draft, String collection) {
    return draft.rowsIn(collection).stream().anyMatch(StoredRow::head);
  }

  private void writeRows(Writing writing) {
    Set<StixId> ids = new LinkedHashSet<>();
    rowSets.keySet().forEach(place -> ids.add(world.draft(place.ref).id));
    ids.forEach(id -> writeRows(id, writing));
  }

  /** Rows of one id: shared when one version of it stands in several rows of a collection. */
  private void writeRows(StixId id, Writing writing) {
    List<Draft> drafts = world.versions(id);
    Map<Twins, Integer> counts = new HashMap<>();
    for (Draft draft : drafts) {
      for (String collection : draft.collections()) {
        counts.merge(twins(draft, collection), rowSet(draft, collection).size(), Integer::sum);
      }
    }
    for (Draft draft : drafts) {
      for (String collection : draft.collections()) {
        rowSet(draft, collection)
            .write(
                isHead(draft, collection),
                counts.getOrDefault(twins(draft, collection), 0) > 1,
                writing);
      }
    }
  }

  /** One version in a collection, whoever brought it. */
  private record Twins(String collection, Instant version) {}

  private static Twins twins(Draft draft, String collection) {
    return new Twins(collection, draft.version.instant());
  }
}
