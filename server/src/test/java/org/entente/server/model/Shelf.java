// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every version that was ever accepted, by id. */
final class Shelf {
  private static final Comparator<Version> ORDER =
      Comparator.comparing((Version v) -> v.thing.instant()).thenComparing(v -> v.number);

  private final Map<String, List<Version>> byId = new TreeMap<>();
  private final Map<String, List<Version>> lineages = new HashMap<>();
  private final Map<String, List<List<Version>>> byLineage = new HashMap<>();

  void add(Version version) {
    lineages.clear();
    byLineage.clear();
    byId.computeIfAbsent(version.id(), id -> new ArrayList<>()).add(version);
  }

  Set<String> ids() {
    return byId.keySet();
  }

  List<Version> versions(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /** Versions that stand in a collection. */
  List<Version> in(String collection) {
    List<Version> all = new ArrayList<>();
    byId.values()
        .forEach(list -> list.stream().filter(v -> v.standsIn(collection)).forEach(all::add));
    return all;
  }

  /** The versions of an id that one member may add to, oldest first. */
  List<Version> lineage(String id, String owner, boolean shadow) {
    return lineages.computeIfAbsent(
        id + " " + owner + " " + shadow,
        key ->
            versions(id).stream()
                .filter(v -> v.shadow == shadow && (v.owner.equals(owner) || !shared(v)))
                .sorted(ORDER)
                .toList());
  }

  List<Version> lineage(Version version) {
    return lineage(version.id(), version.owner, version.shadow);
  }

  /** Whether several members may have their own of it. */
  private static boolean shared(Version version) {
    return version.shadow || version.thing.ownerless();
  }

  /** The owner of an id, or empty for one that nobody brought or everybody may. */
  Optional<String> owner(String id) {
    return Thing.observable(id)
        ? Optional.empty()
        : versions(id).stream().filter(v -> !v.shadow).map(v -> v.owner).findFirst();
  }

  /** All lineages of an id but the private ones. */
  List<List<Version>> lineages(String id) {
    return byLineage.computeIfAbsent(
        id,
        key -> {
          Set<String> owners = new TreeSet<>();
          versions(id).stream().filter(v -> !v.shadow).forEach(v -> owners.add(v.owner));
          return owners.stream().map(owner -> lineage(id, owner, false)).toList();
        });
  }

  static Optional<Version> head(List<Version> lineage, String collection) {
    return last(lineage, v -> v.standsIn(collection));
  }

  static Optional<Version> newest(List<Version> lineage) {
    return last(lineage, v -> !v.deleted);
  }

  boolean isHead(Version version, String collection) {
    return head(lineage(version), collection).equals(Optional.of(version));
  }

  /** The deleted version whose conditions still hold, as nothing newer was accepted. */
  static Optional<Version> floor(List<Version> lineage) {
    Optional<Version> newest = newest(lineage);
    return last(lineage, v -> v.deleted)
        .filter(d -> newest.isEmpty() || !d.thing.instant().isBefore(newest.get().thing.instant()));
  }

  private static Optional<Version> last(List<Version> lineage, Predicate<Version> fits) {
    for (int i = lineage.size() - 1; i >= 0; i--) {
      if (fits.test(lineage.get(i))) {
        return Optional.of(lineage.get(i));
      }
    }
    return Optional.empty();
  }
}
