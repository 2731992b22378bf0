// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.entente.server.store.FeedView.Gained;

/**
 * From where on a gain places rows anew: those that stood above its {@code low}.
 *
 * @param number the rows' numbers, exclusive
 * @param position the rows' own positions, exclusive
 * @param classes the classes of which this is so
 */
record Reach(long number, long position, BitSet classes) {
  /** How far back one of the gains reaches, for each of its classes. */
  static List<Reach> of(List<Gained> gains, int number) {
    Gained gain = gains.get(number);
    List<Reach> reaches = new ArrayList<>();
    back(gains.subList(0, number), gain.low(), 0, gain.classes(), reaches);
    return reaches;
  }

  /** Works out which rows stood above a place when only the earlier gains had been made. */
  private static void back(
      List<Gained> earlier, long low, long number, BitSet classes, List<Reach> reaches) {
    BitSet rest = (BitSet) classes.clone();
    for (int i = earlier.size() - 1; i >= 0 && low >= 0; i--) {
      Gained gain = earlier.get(i);
      BitSet placed = (BitSet) rest.clone();
      placed.and(gain.classes());
      if (placed.isEmpty()) {
        continue;
      }
      rest.andNot(gain.classes());
      List<Gained> before = earlier.subList(0, i);
      if (low >= gain.end()) {
        back(List.of(), low, number, placed, reaches);
      } else if (low >= gain.base()) {
        back(before, gain.low(), Math.max(number, low - gain.base()), placed, reaches);
      } else {
        back(before, Math.min(gain.low(), low), number, placed, reaches);
      }
    }
    if (!rest.isEmpty()) {
      reaches.add(new Reach(number, low, rest));
    }
  }
}
