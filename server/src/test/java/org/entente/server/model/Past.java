// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Member;

/** What was when: how far back members see, and when what a version stands on last changed. */
final class Past {
  private final Rules rules;
  private final Shelf shelf;
  private final Decision decision;

  /** Positions below which a member sees nothing of a collection, {@code member collection}. */
  private final Map<String, Long> bounds = new HashMap<>();

  private final Map<String, Integer> boundSince = new HashMap<>();
  private final Map<String, String> stoodOn = new HashMap<>();
  private final Map<String, Integer> moved = new HashMap<>();
  private final Map<String, Long> movedAt = new HashMap<>();
  private final Map<String, Integer> born = new HashMap<>();
  private final Map<String, Integer> movedIn = new HashMap<>();
  private int commit;

  Past(Rules rules, Shelf shelf, Decision decision) {
    this.rules = rules;
    this.shelf = shelf;
    this.decision = decision;
  }

  /** Whether something is seen: surely, surely not, or as an exchange likes. */
  enum Sure {
    YES,
    NO,
    EITHER
  }

  /** Members and collections may have changed: who reads a collection now begins to. */
  void members(long now) {
    for (Collection collection : rules.collections()) {
      for (Member member : rules.members()) {
        String key = member.id() + " " + collection.id();
        if (!bounds.containsKey(key) && rules.meant(collection.readers(), member)) {
          Collection.History history = collection.history();
          bounds.put(key, history.all() ? Long.MIN_VALUE : now - history.reach().toNanos() / 1_000);
          boundSince.put(key, commit + 1);
        }
      }
    }
  }

  /** Something was committed: notes which versions stand on something else than before. */
  void changed(int number, long now) {
    commit = number;
    Set<String> standing = new HashSet<>();
    for (Collection collection : rules.collections()) {
      for (Version version : shelf.in(collection.id())) {
        String key = version.number + " " + collection.id();
        String on =
            decision.dependsOn(version, collection.id()) + shelf.isHead(version, collection.id());
        String before = stoodOn.put(key, on);
        if (before != null && !before.equals(on)) {
          moved.put(key, number);
          movedAt.put(key, now);
          movedIn.put(collection.id(), number);
        }
        standing.add(version.key() + " " + collection.id());
      }
    }
    born.keySet().retainAll(standing);
    standing.forEach(key -> born.putIfAbsent(key, number));
  }

  /** Since which commit some version of a name has stood in a collection without a break. */
  int born(String key, String collection) {
    return born.getOrDefault(key + " " + collection, 0);
  }

  /** The last commit at which anything in a collection came to stand on something else. */
  int movedIn(String collection) {
    return movedIn.getOrDefault(collection, 0);
  }

  /** The last commit at which what a version stands on changed, 0 for never. */
  int moved(Version version, String collection) {
    return moved.getOrDefault(version.number + " " + collection, 0);
  }

  /** Whether the history of a collection shows a version that the rules permit. */
  Sure history(Credential reader, Version version, String collection) {
    String key = reader.member() + " " + collection;
    Placement placement = version.placements.get(collection);
    if (placement.at() > bounds.getOrDefault(key, Long.MIN_VALUE)
        || placement.commit() >= boundSince.getOrDefault(key, 0)) {
      return Sure.YES;
    }
    long last = movedAt.getOrDefault(version.number + " " + collection, Long.MIN_VALUE);
    boolean movedSince =
        moved(version, collection) >= boundSince.get(key) || last > bounds.get(key);
    return movedSince || Decision.owns(reader, version) ? Sure.EITHER : Sure.NO;
  }

  /** Whether a reader finds the latest or an older version in a collection. */
  Sure finds(Credential reader, Version version, String collection) {
    return rules.reads(reader, collection) && decision.permitsWithHead(reader, version, collection)
        ? history(reader, version, collection)
        : Sure.NO;
  }

  /** The same where it must be known. */
  boolean shows(Credential reader, Version version, String collection) {
    return finds(reader, version, collection) == Sure.YES;
  }

  /** All versions of one name that stand in a collection. */
  List<Version> named(String key, String collection) {
    return shelf.in(collection).stream().filter(v -> v.key().equals(key)).toList();
  }
}
