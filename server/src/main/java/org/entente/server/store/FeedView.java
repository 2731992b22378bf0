// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a reader sees of a collection: its classes, what it gained, and how far back. A row stands
 * at its own position or, where gains of the reader have it, at the place that the latest of them
 * gives it.
 *
 * @param classes the numbers of the classes that the reader may read; not to be changed
 * @param gains the reader's gains in the collection, oldest first
 * @param from rows whose own position is below this do not count
 * @param epoch the epoch that the classes were computed in
 * @param known how many classes there were then
 */
public record FeedView(BitSet classes, List<Gained> gains, long from, long epoch, int known) {
  /**
   * A gain as the reader has it.
   *
   * @param base the position before its first place
   * @param n the collection's rows when it was made
   * @param classes its classes that the reader may read and no later gain of the reader has
   */
  public record Gained(long base, long n, BitSet classes) {
    /** The last place set aside for it. */
    public long end() {
      return base + n;
    }
  }

  /**
   * Where a row stands for the reader.
   *
   * @param audience the row's class, by number
   * @param n the row's number
   * @param position its own position
   * @return the place, or -1 when it does not count
   */
  public long place(int audience, long n, long position) {
    if (!classes.get(audience) || position < from) {
      return -1;
    }
    for (int i = gains.size() - 1; i >= 0; i--) {
      Gained gain = gains.get(i);
      if (n <= gain.n() && gain.classes().get(audience)) {
        return gain.base() + n;
      }
    }
    return position;
  }

  /** The last place set aside for a gain, or -1 without any. */
  public long gainsEnd() {
    return gains.isEmpty() ? -1 : gains.get(gains.size() - 1).end();
  }

  /**
   * The chain of ranges that the feed consists of, in order of places.
   *
   * @param after only places greater than this
   */
  public List<Segment> segments(long after) {
    List<Segment> chain = new ArrayList<>();
    long start = after;
    for (int i = 0; i <= gains.size(); i++) {
      long end = i < gains.size() ? gains.get(i).base() : Long.MAX_VALUE;
      if (end > start) {
        chain.add(new Segment(false, start, end, 0, ownBefore(i)));
        start = end;
      }
      if (i < gains.size() && gains.get(i).end() > start) {
        Gained gain = gains.get(i);
        chain.add(new Segment(true, start - gain.base(), gain.n(), gain.base(), gain.classes()));
        start = gain.end();
      }
    }
    return chain;
  }

  private BitSet ownBefore(int gain) {
    if (gain == gains.size()) {
      return classes;
    }
    BitSet own = (BitSet) classes.clone();
    for (int i = gain; i < gains.size(); i++) {
      own.andNot(gains.get(i).classes());
    }
    return own;
  }

  /**
   * One range of rows.
   *
   * @param gained whether {@code after} and {@code upTo} are row numbers rather than positions
   * @param after exclusive
   * @param upTo inclusive
   * @param shift what is added to a row's number to get its place, in a gained segment
   * @param classes the classes that count
   */
  public record Segment(boolean gained, long after, long upTo, long shift, BitSet classes) {}
}
