// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.store.Asked;
import org.entente.server.store.Plan;

/** The gains of a change: readers with equal ones share one. */
final class Gains {
  private static final long NOTHING_KEPT = -1;

  private final Map<Gained, Set<String>> readers = new LinkedHashMap<>();

  private record Gained(String collection, Set<Integer> classes, long low) {}

  /**
   * What a reader is given anew. Of what it had before, that is only what it may have passed while
   * it lacked it: nothing, when it has not asked.
   */
  void add(Asked asked, Set<Integer> gained) {
    Set<Integer> fresh = new HashSet<>(gained);
    for (Asked.Lack lack : asked.lacks()) {
      Set<Integer> again = new HashSet<>(lack.classes());
      again.retainAll(gained);
      fresh.removeAll(again);
      if (lack.low() < Long.MAX_VALUE) {
        add(asked, again, lack.low());
      }
    }
    add(asked, fresh, NOTHING_KEPT);
  }

  private void add(Asked asked, Set<Integer> classes, long low) {
    if (!classes.isEmpty()) {
      readers
          .computeIfAbsent(
              new Gained(asked.collection(), classes, low), key -> new LinkedHashSet<>())
          .add(asked.credential());
    }
  }

  List<Plan.NewGain> all() {
    return readers.entrySet().stream()
        .map(
            e ->
                new Plan.NewGain(
                    e.getKey().collection, e.getKey().classes, e.getKey().low, e.getValue()))
        .toList();
  }
}
