// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Part;
import org.entente.server.store.StoredReference;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;

/**
 * L5: the conditions of a version together with those of everything that it cannot be seen without.
 * A cycle adds nothing: an object under evaluation counts as visible.
 */
final class Structure {
  private final World world;
  private final Levels levels;
  private final ClassForms forms;

  /** Ids whose stored classes cannot be relied on in this commit. */
  private final Set<StixId> unsettled;

  /** Classes worked out so far, for the ids that were unsettled then. */
  private final Map<Place, AudienceClass> found = new HashMap<>();

  private int unsettledThen;

  private record Place(Draft draft, String collection) {}

  Structure(World world, Levels levels, ClassForms forms, Set<StixId> unsettled) {
    this.world = world;
    this.levels = levels;
    this.forms = forms;
    this.unsettled = unsettled;
  }

  /** The class of a version in a collection, its carriers apart. */
  AudienceClass of(Draft draft, String collection) {
    if (draft.shadow) {
      return AudienceClass.ownerAlone(draft.owner, "not the owner of the id");
    }
    if (found.isEmpty() || unsettledThen != unsettled.size()) {
      found.clear();
      unsettledThen = unsettled.size();
    }
    Place place = new Place(draft, collection);
    AudienceClass known = found.get(place);
    if (known == null) {
      known = walked(draft, collection);
      found.put(place, known);
    }
    return known;
  }

  private AudienceClass walked(Draft draft, String collection) {
    Walk walk = new Walk();
    walk.go(draft, collection, Set.of());
    while (!walk.open.isEmpty()) {
      visit(walk, walk.open.remove());
    }
    return new AudienceClass(draft.owner, List.copyOf(walk.parts));
  }

  /** What is known to hold of a stored version in a collection: the row that the others imply. */
  Optional<AudienceClass> settled(Draft draft, String collection) {
    return draft.rowsIn(collection).stream()
        .map(row -> forms.of(row.form()))
        .min(Comparator.comparingInt(audience -> audience.parts().size()));
  }

  /** Where a version is looked at that an object of a collection refers to. */
  static String placeOf(Draft target, String collection) {
    return target.placements.containsKey(collection)
        ? collection
        : target.placements.keySet().iterator().next();
  }

  /** What is found on the way, and where it leads; chains may be longer than a stack is deep. */
  private final class Walk {
    final Set<Part> parts = new LinkedHashSet<>();
    final Deque<Step> open = new ArrayDeque<>();
    private final Set<Step> seen = new HashSet<>();

    void go(Draft draft, String collection, Set<String> path) {
      world.step();
      Step step = new Step(draft, collection, path);
      if (seen.add(step)) {
        open.add(step);
      }
    }
  }

  private record Step(Draft draft, String collection, Set<String> path) {}

  private void visit(Walk walk, Step step) {
    Draft draft = step.draft;
    String collection = step.collection;
    Set<String> path = step.path;
    if (!followsTarget(draft)) {
      walk.parts.add(over(levels.own(draft, collection), path));
    }
    Lineage lineage = world.lineage(draft);
    floor(lineage)
        .ifPresent(d -> walk.parts.add(over(levels.own(d, placeOf(d, collection)), path)));
    Optional<Draft> newest = lineage.newest();
    if (newest.isPresent() && newest.get() != draft && !newest.get().standsIn(collection)) {
      walk.go(newest.get(), placeOf(newest.get(), collection), path);
    }
    for (StoredReference reference : draft.references) {
      if (narrows(draft, reference)) {
        visitTarget(walk, draft, reference, collection, path);
      }
    }
  }

  private void visitTarget(
      Walk walk, Draft draft, StoredReference reference, String collection, Set<String> path) {
    Optional<Lineage> target = counted(draft, reference);
    if (target.isEmpty()) {
      return;
    }
    Optional<Draft> head = target.get().head(collection).or(target.get()::newest);
    if (head.or(target.get()::newestDeleted).filter(Draft::carried).isPresent()) {
      return;
    }
    if (head.isEmpty()) {
      walk.parts.add(over(Levels.never("referenced object was deleted"), path));
      return;
    }
    String place = placeOf(head.get(), collection);
    Set<String> further = new TreeSet<>(path);
    further.add(head.get().owner);
    Optional<AudienceClass> settled =
        unsettled.contains(head.get().id)
            ? Optional.ofNullable(found.get(new Place(head.get(), place)))
            : settled(head.get(), place);
    if (settled.isPresent()) {
      settled.get().parts().forEach(part -> walk.parts.add(over(part, further)));
    } else {
      walk.go(head.get(), place, further);
    }
  }

  private static Part over(Part part, Set<String> path) {
    if (path.isEmpty()) {
      return part;
    }
    List<String> owners = new ArrayList<>(part.owners());
    owners.addAll(path);
    return new Part(owners, part.clauses());
  }

  /** The deleted version that still binds: the newest that was accepted, if it is not there. */
  static Optional<Draft> floor(Lineage lineage) {
    Optional<Draft> deleted = lineage.newestDeleted().filter(d -> !d.placements.isEmpty());
    Optional<Draft> newest = lineage.newest();
    return deleted.filter(d -> newest.isEmpty() || d.version.compareTo(newest.get().version) >= 0);
  }

  /** Whether a translation is judged as what it translates. */
  private boolean followsTarget(Draft draft) {
    return draft.id.type().equals("language-content")
        && draft.facts.markings().isEmpty()
        && draft.facts.granular().isEmpty()
        && draft.references.stream()
            .anyMatch(r -> narrows(draft, r) && counted(draft, r).isPresent());
  }

  /** Whether a reference is one of those without which its object is not shown. */
  static boolean narrows(Draft draft, StoredReference reference) {
    if (reference.kind() != Reference.Kind.CARRY) {
      return true;
    }
    return draft.id.type().equals("language-content") && !Draft.isCarriedKind(reference.target());
  }

  /** The versions that a reference is about, when what it refers to may narrow. */
  Optional<Lineage> counted(Draft draft, StoredReference reference) {
    Optional<Lineage> own = own(draft, reference.target());
    return own.isPresent() ? own : known(draft, reference).stream().findFirst();
  }

  /**
   * The versions that travel in a collection with one that refers to them: its owner's, or without
   * any there those of others that its owner could read.
   */
  List<Lineage> carried(Draft carrier, StoredReference reference, String collection) {
    Optional<Lineage> own = own(carrier, reference.target());
    return own.filter(lineage -> lineage.head(collection).isPresent()).isPresent()
        ? List.of(own.get())
        : known(carrier, reference);
  }

  private Optional<Lineage> own(Draft draft, StixId target) {
    return world.versions(target).stream()
        .filter(d -> !d.shadow && d.owner.equals(draft.owner))
        .findFirst()
        .map(world::lineage);
  }

  /** Of an observable each variant for itself, in order of their owners. */
  private List<Lineage> known(Draft draft, StoredReference reference) {
    if (!reference.known()) {
      return List.of();
    }
    boolean variants = StixObject.isObservable(reference.target().type());
    Map<String, Draft> byOwner = new TreeMap<>();
    for (Draft version : world.versions(reference.target())) {
      if (!version.shadow && (!variants || draft.facts.knows(version.id, version.owner))) {
        byOwner.putIfAbsent(version.owner, version);
      }
    }
    return byOwner.values().stream().map(world::lineage).toList();
  }
}
