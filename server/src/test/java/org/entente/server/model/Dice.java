// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Chance, from a seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Some of a list, in its order; each with the same chance. */
  <T> List<T> some(List<T> list, int chance) {
    List<T> some = new ArrayList<>();
    for (T item : list) {
      if (percent(chance)) {
        some.add(item);
      }
    }
    return some;
  }

  /** Up to so many different ones of a list that is not empty, at least one. */
  <T> Set<T> few(List<T> list, int most) {
    Set<T> few = new LinkedHashSet<>();
    for (int i = between(1, most); i > 0; i--) {
      few.add(of(list));
    }
    return few;
  }

  UUID uuid() {
    return new UUID(
        random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 0x8000000000000000L);
  }
}
