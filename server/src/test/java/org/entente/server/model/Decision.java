// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.server.resource.Credential;
import org.entente.stix.Tlp;

/** The decision, evaluated on plain objects: own, markings, policies, recipient, structure. */
final class Decision {
  private final Rules rules;
  private final Shelf shelf;

  Decision(Rules rules, Shelf shelf) {
    this.rules = rules;
    this.shelf = shelf;
  }

  /** A version looked at in a collection. */
  private record Look(Version version, String collection) {}

  static boolean owns(Credential reader, Version version) {
    return Rules.inside(reader) && reader.member().equals(version.owner);
  }

  /** Whether a reader may see a version in a collection; whether it is the latest is not asked. */
  boolean permits(Credential reader, Version version, String collection) {
    return permits(reader, version, collection, new HashSet<>());
  }

  /** The same for a version that may be an older one: its latest must be permitted too. */
  boolean permitsWithHead(Credential reader, Version version, String collection) {
    Optional<Version> head = Shelf.head(shelf.lineage(version), collection);
    return permits(reader, version, collection)
        && head.isPresent()
        && (head.get() == version || permits(reader, head.get(), collection));
  }

  private boolean permits(
      Credential reader, Version version, String collection, Set<Look> carrying) {
    if (owns(reader, version)) {
      return true;
    }
    if (version.shadow || !rules.reads(reader, collection)) {
      return false;
    }
    if (!version.thing.travels()) {
      return ordinary(reader, version, collection);
    }
    if (version.placements.get(collection).alone() && ordinary(reader, version, collection)) {
      return true;
    }
    if (!carrying.add(new Look(version, collection))) {
      return false;
    }
    return carriers(version, collection).stream()
        .anyMatch(carrier -> permits(reader, carrier, collection, carrying));
  }

  /** The latest versions in a collection that a version of a travelling kind travels with. */
  List<Version> carriers(Version carried, String collection) {
    List<Version> carriers = new ArrayList<>();
    for (String id : shelf.ids()) {
      if (id.equals(carried.id())) {
        continue;
      }
      for (List<Version> lineage : shelf.lineages(id)) {
        Shelf.head(lineage, collection)
            .filter(head -> head.thing.references().contains(carried.id()))
            .filter(head -> carries(head, carried, collection))
            .ifPresent(carriers::add);
      }
    }
    return carriers;
  }

  private boolean carries(Version carrier, Version carried, String collection) {
    return carrier.owner.equals(carried.owner)
        || carrier.knew(carried)
            && Shelf.head(shelf.lineage(carried.id(), carrier.owner, false), collection)
                .filter(v -> v.owner.equals(carrier.owner))
                .isEmpty();
  }

  /** Everything that an object cannot be seen without must be permitted, what is own being so. */
  private boolean ordinary(Credential reader, Version version, String collection) {
    return structure(reader, version, collection, null);
  }

  /** Names everything that the answer for a version depends on, the readers apart. */
  String dependsOn(Version version, String collection) {
    Set<String> names = new TreeSet<>();
    if (!version.thing.travels() || version.placements.get(collection).alone()) {
      structure(null, version, collection, names);
    }
    if (version.thing.travels()) {
      spread(version, collection, names, new HashSet<>());
    }
    return String.join("\n", names);
  }

  private void spread(Version carried, String collection, Set<String> names, Set<Look> seen) {
    if (!seen.add(new Look(carried, collection))) {
      return;
    }
    for (Version carrier : carriers(carried, collection)) {
      names.add("carrier " + carrier.number);
      if (carrier.thing.travels()) {
        spread(carrier, collection, names, seen);
      }
      if (!carrier.thing.travels() || carrier.placements.get(collection).alone()) {
        structure(null, carrier, collection, names);
      }
    }
  }

  /**
   * Walks over everything that a version stands on.
   *
   * @param reader who asks; null to walk over all of it
   * @param names takes down what was met; null when nobody wants to know
   */
  private boolean structure(
      @org.jspecify.annotations.Nullable Credential reader,
      Version version,
      String collection,
      @org.jspecify.annotations.Nullable Set<String> names) {
    Deque<Look> open = new ArrayDeque<>(List.of(new Look(version, collection)));
    Set<Look> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Look look = open.remove();
      if (reader != null && owns(reader, look.version)) {
        continue;
      }
      Footing footing = footing(look);
      if (names != null) {
        names.addAll(footing.names());
      } else if (footing.missing
          || !footing.judged.stream().allMatch(l -> local(reader, l.version, l.collection))) {
        return false;
      }
      footing.further.stream().filter(seen::add).forEach(open::add);
    }
    return true;
  }

  /** What one object stands on. */
  private final class Footing {
    final Set<Look> judged = new LinkedHashSet<>();
    final Set<Look> further = new LinkedHashSet<>();
    boolean missing;

    List<String> names() {
      List<String> names = new ArrayList<>();
      judged.forEach(l -> names.add(l.version.number + " " + l.collection + " " + levelOf(l)));
      further.forEach(l -> names.add("on " + l.version.number + " " + l.collection));
      if (missing) {
        names.add("missing");
      }
      return names;
    }

    private Optional<Tlp> levelOf(Look look) {
      return level(look.version, look.version.placements.get(look.collection));
    }
  }

  private Footing footing(Look look) {
    Footing footing = new Footing();
    Version version = look.version;
    List<Version> lineage = shelf.lineage(version);
    Shelf.floor(lineage)
        .ifPresent(d -> footing.judged.add(new Look(d, d.placeFrom(look.collection))));
    Shelf.newest(lineage)
        .filter(newest -> newest != version && !newest.standsIn(look.collection))
        .ifPresent(n -> footing.further.add(new Look(n, n.placeFrom(look.collection))));
    boolean follows = false;
    for (String target : version.thing.narrowing()) {
      List<Version> counted = counted(version, target);
      if (counted.isEmpty()) {
        continue;
      }
      follows = true;
      Optional<Version> head = Shelf.head(counted, look.collection).or(() -> Shelf.newest(counted));
      if (head.orElse(counted.get(counted.size() - 1)).thing.travels()) {
        continue;
      }
      footing.missing |= head.isEmpty();
      head.ifPresent(h -> footing.further.add(new Look(h, h.placeFrom(look.collection))));
    }
    Thing thing = version.thing;
    boolean translation = thing.translated().isPresent() && thing.markings().isEmpty();
    if (!(translation && thing.granular().isEmpty() && follows)) {
      footing.judged.add(look);
    }
    return footing;
  }

  /** The versions of what is referred to, where they may narrow; none where they may not. */
  private List<Version> counted(Version version, String target) {
    List<List<Version>> lineages = shelf.lineages(target);
    for (List<Version> lineage : lineages) {
      if (lineage.get(0).owner.equals(version.owner)) {
        return lineage;
      }
    }
    for (List<Version> lineage : lineages) {
      if (version.knew(lineage.get(0))) {
        return lineage;
      }
    }
    return List.of();
  }

  private boolean local(Credential reader, Version version, String collection) {
    Placement placement = version.placements.get(collection);
    return level(version, placement)
        .map(level -> rules.permits(reader, level, placement, version.thing.type()))
        .orElse(false);
  }

  /** The strictest of the markings; empty where one is not understood. */
  Optional<Tlp> level(Version version, Placement placement) {
    Thing thing = version.thing;
    if (!thing.granular().isEmpty()) {
      return Optional.empty();
    }
    Optional<Tlp> strictest = Rules.tlp(thing.id()).map(any -> Tlp.CLEAR);
    for (String marking : thing.markings()) {
      Optional<Tlp> tlp = Rules.tlp(marking);
      if (tlp.isPresent()) {
        strictest = Optional.of(strictest.map(tlp.get()::join).orElse(tlp.get()));
      } else if (!statement(marking, version.owner)) {
        return Optional.empty();
      }
    }
    return strictest.or(() -> Optional.of(placement.unmarked()));
  }

  /** Whether a member itself brought the definition of a marking, and it is a statement. */
  private boolean statement(String marking, String member) {
    return shelf.versions(marking).stream()
        .anyMatch(v -> !v.deleted && v.owner.equals(member) && v.thing.statement());
  }
}
