// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.entente.server.policy.AudienceClass;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredRow;
import org.entente.stix.StixId;

/**
 * Rows of carried objects: one for each class of what carries them. Only heads carry: an older
 * version may be withheld with its head.
 */
final class Carriage {
  private static final int MAX_STEPS = 2_000;

  private final World world;
  private final Structure structure;
  private final ClassForms forms;

  /** Carriers of which the classes are known to have changed, or not to have. */
  private final Map<Stand, Move> moves = new LinkedHashMap<>();

  /** Carried versions of which all carriers have to be looked at. */
  private final Map<Stand, Draft> wanted = new LinkedHashMap<>();

  private record Stand(long ref, String collection) {}

  private record Move(Draft carrier, Set<AudienceClass> before, Set<AudienceClass> now) {}

  Carriage(World world, Structure structure, ClassForms forms) {
    this.world = world;
    this.structure = structure;
    this.forms = forms;
  }

  /** A carried version that is new, or new in the collection, or whose ids' versions changed. */
  void want(Draft carried, String collection) {
    wanted.put(new Stand(carried.ref, collection), carried);
  }

  /** A carrier's classes, as a head, change from some to others; empty where it is no head. */
  void moved(Draft carrier, String collection, Set<AudienceClass> before, Set<AudienceClass> now) {
    if (!carrier.references.isEmpty()) {
      moves.put(new Stand(carrier.ref, collection), new Move(carrier, before, now));
    }
  }

  /** Settles the rows of everything that is carried, and what that carries in turn. */
  void settle(BiFunction<Draft, String, RowSet> rowSets) {
    Set<Stand> todo = new LinkedHashSet<>(wanted.keySet());
    Map<Stand, Move> fresh = new LinkedHashMap<>(moves);
    while (!todo.isEmpty() || !fresh.isEmpty()) {
      Map<Stand, Change> changes = changes(fresh);
      fresh = new LinkedHashMap<>();
      for (Stand stand : todo) {
        changes.remove(stand);
        Draft draft = world.draft(stand.ref);
        replace(draft, stand, all(draft, stand.collection), rowSets, fresh);
      }
      todo.clear();
      for (Map.Entry<Stand, Change> entry : changes.entrySet()) {
        Draft draft = world.draft(entry.getKey().ref);
        RowSet rows = rowSets.apply(draft, entry.getKey().collection);
        replace(draft, entry.getKey(), entry.getValue().on(draft, rows.classes()), rowSets, fresh);
      }
    }
  }

  private void replace(
      Draft draft,
      Stand stand,
      Set<AudienceClass> wantedClasses,
      BiFunction<Draft, String, RowSet> rowSets,
      Map<Stand, Move> fresh) {
    world.step();
    RowSet rows = rowSets.apply(draft, stand.collection);
    Set<AudienceClass> before = rows.classes();
    rows.settleCarried(wantedClasses);
    Set<AudienceClass> now = rows.classes();
    if (!before.equals(now) && !draft.references.isEmpty()) {
      Move move = new Move(draft, before, now);
      moves.put(stand, move);
      fresh.put(stand, move);
    }
  }

  /** What moves of carriers mean for one carried version. */
  private final class Change {
    final Set<AudienceClass> added = new LinkedHashSet<>();
    final Set<AudienceClass> removed = new LinkedHashSet<>();
    final String collection;

    Change(String collection) {
      this.collection = collection;
    }

    Set<AudienceClass> on(Draft carried, Set<AudienceClass> classes) {
      Set<AudienceClass> gone = new LinkedHashSet<>(removed);
      gone.removeAll(added);
      Set<AudienceClass> result = new LinkedHashSet<>(classes);
      if (!gone.isEmpty()
          && (inChain(carried) || !gone.stream().allMatch(c -> stillCarried(carried, c)))) {
        return all(carried, collection);
      }
      result.addAll(added);
      return result;
    }

    /** Whether something refers to it that is carried itself, so that its classes are lent too. */
    private boolean inChain(Draft carried) {
      return world.referrers(carried.id).stream().anyMatch(Draft::isCarriedKind);
    }

    /** Whether a carrier that does not move has the class. */
    private boolean stillCarried(Draft carried, AudienceClass audience) {
      for (StoredRow row : carried.rowsIn(collection)) {
        if (forms.of(row.form()).equals(audience)) {
          Set<Long> carriers =
              new LinkedHashSet<>(world.carriers(carried.id, collection, row.audience()));
          moves.keySet().stream()
              .filter(stand -> stand.collection.equals(collection))
              .forEach(stand -> carriers.remove(stand.ref));
          return !carriers.isEmpty();
        }
      }
      return false;
    }
  }

  private Map<Stand, Change> changes(Map<Stand, Move> fresh) {
    Map<Stand, Change> changes = new LinkedHashMap<>();
    for (Map.Entry<Stand, Move> entry : fresh.entrySet()) {
      Move move = entry.getValue();
      String collection = entry.getKey().collection;
      for (StoredReference reference : move.carrier.references) {
        if (!Draft.isCarriedKind(reference.target())) {
          continue;
        }
        for (Lineage target : structure.carried(move.carrier, reference, collection)) {
          for (Draft carried : target.versions()) {
            note(move, carried, collection, changes);
          }
        }
      }
    }
    return changes;
  }

  private void note(Move move, Draft carried, String collection, Map<Stand, Change> changes) {
    if (carried.carried() && carried.standsIn(collection)) {
      Change change =
          changes.computeIfAbsent(
              new Stand(carried.ref, collection), stand -> new Change(collection));
      move.before.forEach(c -> change.removed.add(c.carriedBy(carried.owner)));
      move.now.forEach(c -> change.added.add(c.carriedBy(carried.owner)));
    }
  }

  /** All classes that carriers of a version have, and its own when it came alone. */
  private Set<AudienceClass> all(Draft carried, String collection) {
    if (!carried.standsIn(collection)) {
      return Set.of();
    }
    AudienceClass alone = alone(carried);
    Lenders lenders = new Lenders(collection);
    Set<AudienceClass> classes = lenders.of(carried);
    if (lenders.steps > MAX_STEPS) {
      return Set.of(alone);
    }
    if (classes.size() > 1) {
      classes.remove(alone);
    }
    return classes;
  }

  /** Its owner keeps a carried version, whatever became of what it came with. */
  private static AudienceClass alone(Draft carried) {
    return AudienceClass.ownerAlone(carried.owner, "nothing refers to it");
  }

  /**
   * What is lent along chains of carried versions. Only what is not carried itself lends anything:
   * two that refer to each other would otherwise keep each other in sight.
   */
  private final class Lenders {
    private final String collection;
    private final Set<Long> path = new HashSet<>();
    int steps;

    Lenders(String collection) {
      this.collection = collection;
    }

    Set<AudienceClass> of(Draft carried) {
      Set<AudienceClass> classes = new LinkedHashSet<>();
      world.step();
      if (++steps > MAX_STEPS || !path.add(carried.ref)) {
        return classes;
      }
      if (carried.placements.getOrDefault(collection, NOWHERE).alone()) {
        classes.add(structure.of(carried, collection));
      }
      for (StixId id : world.referrers(carried.id)) {
        for (Draft carrier : world.versions(id)) {
          if (carries(carrier, carried, collection)) {
            Set<AudienceClass> lent =
                carrier.carried() ? of(carrier) : classesOf(carrier, collection);
            lent.forEach(audience -> classes.add(audience.carriedBy(carried.owner)));
          }
        }
      }
      path.remove(carried.ref);
      if (classes.isEmpty()) {
        classes.add(alone(carried));
      }
      return classes;
    }
  }

  private static final Origin NOWHERE = new Origin("/", org.entente.stix.Tlp.RED, false, List.of());

  private boolean carries(Draft carrier, Draft carried, String collection) {
    return !carrier.shadow
        && !carrier.id.equals(carried.id)
        && world.lineage(carrier).head(collection).equals(Optional.of(carrier))
        && carrier.references.stream()
            .filter(reference -> reference.target().equals(carried.id))
            .anyMatch(
                reference ->
                    structure.carried(carrier, reference, collection).stream()
                        .anyMatch(lineage -> lineage.versions().contains(carried)));
  }

  /** What a carrier lends, as it stands or as it is known to move. */
  Set<AudienceClass> classesOf(Draft carrier, String collection) {
    Move move = moves.get(new Stand(carrier.ref, collection));
    if (move != null) {
      return move.now;
    }
    if (carrier.carried()) {
      Set<AudienceClass> classes = new LinkedHashSet<>();
      carrier.rowsIn(collection).forEach(row -> classes.add(forms.of(row.form())));
      return classes;
    }
    return structure.settled(carrier, collection).map(Set::of).orElse(Set.of());
  }
}
