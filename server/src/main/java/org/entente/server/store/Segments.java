// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.server.store.FeedView.Gained;
import org.entente.server.store.FeedView.Range;
import org.entente.server.store.FeedView.Segment;

/**
 * Cuts a feed into ranges of rows. Of the rows of one class those with higher numbers stand higher,
 * so that each gain takes a range of them; where one ends or begins for some class, the feed is
 * cut.
 */
final class Segments {
  private final FeedView view;
  private final List<Gained> gains;
  private final List<Segment> chain = new ArrayList<>();

  Segments(FeedView view) {
    this.view = view;
    this.gains = view.gains();
  }

  List<Segment> after(long after) {
    long start = after;
    for (int i = 0; i <= gains.size(); i++) {
      long end = i < gains.size() ? gains.get(i).base() : Long.MAX_VALUE;
      if (end > start) {
        own(i, start, end);
        start = end;
      }
      if (i < gains.size() && gains.get(i).end() > start) {
        gained(i, start);
        start = gains.get(i).end();
      }
    }
    return chain;
  }

  /** Rows at their own positions, which lie before a gain and those after it. */
  private void own(int gain, long start, long end) {
    long from = start;
    for (long to : cuts(gain, start, end)) {
      add(new Range(from, to), Range.ALL, -1, kept(view.classes(), gain, to));
      from = to;
    }
  }

  /** Rows where a gain has put them. */
  private void gained(int number, long start) {
    Gained gain = gains.get(number);
    List<Reach> reaches = Reach.of(gains, number);
    SortedSet<Long> places = cuts(number + 1, start, gain.end());
    TreeSet<Long> positions = new TreeSet<>(List.of(Long.MAX_VALUE));
    for (Reach reach : reaches) {
      long place = gain.base() + reach.number();
      if (place > start && place < gain.end()) {
        places.add(place);
      }
      positions.add(reach.position());
    }
    long from = start;
    for (long to : places) {
      long above = -1;
      for (long upTo : positions) {
        BitSet reached = reached(reaches, from - gain.base(), above);
        add(
            new Range(above, upTo),
            new Range(from - gain.base(), to - gain.base()),
            gain.base(),
            kept(reached, number + 1, to));
        above = upTo;
      }
      from = to;
    }
  }

  private static BitSet reached(List<Reach> reaches, long number, long position) {
    BitSet classes = new BitSet();
    for (Reach reach : reaches) {
      if (reach.number() <= number && reach.position() <= position) {
        classes.or(reach.classes());
      }
    }
    return classes;
  }

  private void add(Range positions, Range numbers, long gained, BitSet classes) {
    if (!classes.isEmpty() && positions.after() < positions.upTo()) {
      chain.add(new Segment(positions, numbers, gained, classes));
    }
  }

  /** Where a range of places ends, and where it is to be cut for gains from one on. */
  private SortedSet<Long> cuts(int first, long start, long end) {
    TreeSet<Long> cuts = new TreeSet<>(List.of(end));
    for (Gained gain : gains.subList(first, gains.size())) {
      if (gain.low() > start && gain.low() < end) {
        cuts.add(gain.low());
      }
    }
    return cuts;
  }

  /** Classes whose rows up to a place were left there by every gain from one on. */
  private BitSet kept(BitSet classes, int first, long place) {
    BitSet kept = classes;
    for (Gained gain : gains.subList(first, gains.size())) {
      if (gain.low() < place) {
        if (kept == classes) {
          kept = (BitSet) classes.clone();
        }
        kept.andNot(gain.classes());
      }
    }
    return kept;
  }
}
