// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.server.resource.Credential;

/** What one credential finds in a collection now, and what it lost when. */
final class Watch {
  private final Reference reference;
  private final String credential;
  private final String collection;
  private final Losses lostLatest = new Losses();
  private final Losses lostAny = new Losses();

  /** The last commit that changed the rules. */
  private int ruled;

  private Map<String, Found> latest = Map.of();
  private Map<String, Found> any = Map.of();

  /** Versions that are permitted by themselves, whatever the latest one is. */
  private Set<Version> permitted = Set.of();

  /**
   * Older versions that have come back into sight because another is the latest, or the latest may
   * be seen: they stand where they stood, and need not be sent again.
   */
  private final Map<String, Integer> keepPlace = new HashMap<>();

  /** The lowest cursor that was asked from while each commit was the last. */
  private final TreeMap<Integer, Long> asked = new TreeMap<>();

  /**
   * When names were lost.
   *
   * @param byRules the commits that changed the rules
   * @param byObjects the last commit that changed objects
   */
  private record Losses(Map<String, TreeSet<Integer>> byRules, Map<String, Integer> byObjects) {
    Losses() {
      this(new HashMap<>(), new HashMap<>());
    }
  }

  Watch(Reference reference, String credential, String collection) {
    this.reference = reference;
    this.credential = credential;
    this.collection = collection;
  }

  /**
   * Looks again, after a commit.
   *
   * @param rules whether it changed the rules, not objects
   */
  void look(boolean rules) {
    Map<String, Found> nowLatest = new TreeMap<>();
    Map<String, Found> nowAny = new TreeMap<>();
    Optional<Credential> reader = reference.door(credential, collection);
    Set<Version> nowPermitted = new HashSet<>();
    if (reader.isPresent()) {
      for (Version version : reference.shelf.in(collection)) {
        Past.Sure sure = reference.past.finds(reader.get(), version, collection);
        if (reference.decision.permits(reader.get(), version, collection)) {
          nowPermitted.add(version);
        }
        if (sure != Past.Sure.NO) {
          arrives(version);
          nowAny.computeIfAbsent(version.key(), key -> new Found(key)).add(version, sure);
          if (reference.shelf.isHead(version, collection)) {
            nowLatest.computeIfAbsent(version.key(), key -> new Found(key)).add(version, sure);
          }
        }
      }
    }
    if (rules) {
      ruled = reference.commits();
    }
    lost(latest, nowLatest, lostLatest, rules);
    lost(any, nowAny, lostAny, rules);
    latest = nowLatest;
    any = nowAny;
    permitted = nowPermitted;
  }

  private void arrives(Version version) {
    if (!any.containsKey(version.key())) {
      if (permitted.contains(version) && !reference.shelf.isHead(version, collection)) {
        keepPlace.put(version.key(), reference.commits());
      } else {
        keepPlace.remove(version.key());
      }
    }
  }

  /**
   * Whether it must be sent to whoever has not got it.
   *
   * @param since the commit at which whoever it is began at the start
   */
  boolean due(Found found, int since) {
    return found.sure()
        && (keepPlace.getOrDefault(found.key(), -1) <= since
            || found.versions().stream().anyMatch(v -> reference.shelf.isHead(v, collection)));
  }

  private void lost(
      Map<String, Found> before, Map<String, Found> now, Losses losses, boolean rules) {
    before.forEach(
        (key, found) -> {
          Found still = now.get(key);
          if (still == null || !found.sure() || !still.versions().containsAll(found.versions())) {
            if (rules) {
              losses.byRules.computeIfAbsent(key, k -> new TreeSet<>()).add(reference.commits());
            } else {
              losses.byObjects.put(key, reference.commits());
            }
          }
        });
  }

  boolean open() {
    return reference.door(credential, collection).isPresent();
  }

  /** What is found by name, the latest versions or all. */
  Map<String, Found> found(boolean all) {
    return all ? any : latest;
  }

  /** The last commit that changed the rules. */
  int ruled() {
    return ruled;
  }

  /** Somebody asks with the credential. */
  void asks(long cursor) {
    asked.merge(reference.commits(), cursor, Math::min);
  }

  /**
   * Whether what was given at a position may have to be given again: a change of objects took it
   * away, or one of rules did and somebody has asked from below it since.
   *
   * @param since the commit at which it was given
   */
  boolean lost(String key, boolean all, int since, long position) {
    Losses losses = all ? lostAny : lostLatest;
    if (losses.byObjects.getOrDefault(key, 0) > since) {
      return true;
    }
    Integer first = losses.byRules.getOrDefault(key, new TreeSet<>()).higher(since);
    return first != null
        && asked.tailMap(first).values().stream().anyMatch(cursor -> cursor < position);
  }
}
