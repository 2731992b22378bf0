// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A reader that has polled a collection, and what it has lost since. Kept, durably, before its
 * classes are computed.
 *
 * @param credential the credential's id
 * @param collection the collection's id
 * @param lacks what it lost and has not got back, each class once, by growing {@code low}
 */
public record Asked(String credential, String collection, List<Lack> lacks) {
  /** Losses beyond so many are told apart no longer: the lowest are taken together. */
  private static final int MOST_LACKS = 16;

  /**
   * Classes that were lost, and how far back the reader has asked since.
   *
   * @param classes by number
   * @param low the lowest position that it has asked from since, -1 for the beginning, or {@link
   *     Long#MAX_VALUE} when it has not asked: whoever asked since had passed before what stands at
   *     or below it
   */
  public record Lack(Set<Integer> classes, long low) {}

  /** A reader that lacks nothing. */
  public static Asked of(String credential, String collection) {
    return new Asked(credential, collection, List.of());
  }

  /**
   * Asking from here on changes nothing; {@link Long#MIN_VALUE} when nothing is lacking.
   *
   * @see #from(long)
   */
  public long high() {
    return lacks.isEmpty() ? Long.MIN_VALUE : lacks.get(lacks.size() - 1).low();
  }

  /** As it is once the reader has asked from a position, exclusive; -1 for the beginning. */
  public Asked from(long position) {
    return lacking(
        lacks.stream()
            .map(lack -> new Lack(lack.classes(), Math.min(lack.low(), position)))
            .toList());
  }

  /** As it is once the reader has got some classes and lost others. */
  public Asked changed(Set<Integer> got, Set<Integer> lost) {
    List<Lack> left = new ArrayList<>();
    for (Lack lack : lacks) {
      Set<Integer> still = new HashSet<>(lack.classes());
      still.removeAll(got);
      left.add(new Lack(still, lack.low()));
    }
    left.add(new Lack(lost, Long.MAX_VALUE));
    return lacking(left);
  }

  private Asked lacking(List<Lack> all) {
    TreeMap<Long, Set<Integer>> byLow = new TreeMap<>();
    for (Lack lack : all) {
      if (!lack.classes().isEmpty()) {
        byLow.computeIfAbsent(lack.low(), low -> new HashSet<>()).addAll(lack.classes());
      }
    }
    while (byLow.size() > MOST_LACKS) {
      Map.Entry<Long, Set<Integer>> lowest = byLow.firstEntry();
      long next = byLow.higherKey(lowest.getKey());
      lowest.getValue().addAll(byLow.remove(next));
    }
    return new Asked(
        credential,
        collection,
        byLow.entrySet().stream()
            .map(entry -> new Lack(Set.copyOf(entry.getValue()), entry.getKey()))
            .toList());
  }
}
