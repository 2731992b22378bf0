// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.server.resource.Credential;

/** What one credential finds in a collection now, and what it lost when. */
final class Watch {
  private final Reference reference;
  private final String credential;
  private final String collection;
  private final Map<String, Integer> lostLatest = new HashMap<>();
  private final Map<String, Integer> lostAny = new HashMap<>();
  private Map<String, Found> latest = Map.of();
  private Map<String, Found> any = Map.of();

  /** Versions that are permitted by themselves, whatever the latest one is. */
  private Set<Version> permitted = Set.of();

  /**
   * Older versions that have come back into sight because another is the latest, or the latest may
   * be seen: they stand where they stood, and need not be sent again.
   */
  private final Map<String, Integer> keepPlace = new HashMap<>();

  Watch(Reference reference, String credential, String collection) {
    this.reference = reference;
    this.credential = credential;
    this.collection = collection;
  }

  /** Looks again, after a commit. */
  void look() {
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
    lost(latest, nowLatest, lostLatest);
    lost(any, nowAny, lostAny);
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

  private void lost(Map<String, Found> before, Map<String, Found> now, Map<String, Integer> lost) {
    before.forEach(
        (key, found) -> {
          Found still = now.get(key);
          if (still == null || !found.sure() || !still.versions().containsAll(found.versions())) {
            lost.put(key, reference.commits());
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

  /** The last commit that took something away, 0 for never. */
  int lost(String key, boolean all) {
    return (all ? lostAny : lostLatest).getOrDefault(key, 0);
  }
}
