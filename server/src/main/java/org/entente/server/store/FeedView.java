// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

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
   * @param low rows that stood at or below this before it keep their place, -1 for none
   * @param classes its classes that the reader may read and no later gain of the reader has whole
   */
  public record Gained(long base, long n, long low, BitSet classes) {
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
    long place = position;
    for (Gained gain : gains) {
      if (n <= gain.n() && place > gain.low() && gain.classes().get(audience)) {
        place = gain.base() + n;
      }
    }
    return place;
  }

  /** Whether the classes are all that the reader may read at a commit record. */
  public boolean isOf(CommitRecord record) {
    return record.epoch() == epoch && record.classes() <= known;
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
    return new Segments(this).after(after);
  }

  /**
   * One range of rows.
   *
   * @param positions the rows' own
   * @param numbers the rows' numbers, or none when these do not matter
   * @param gained the base that gives a row its place together with its number, or -1 when it
   *     stands at its own position
   * @param classes the classes that count
   */
  public record Segment(Range positions, Range numbers, long gained, BitSet classes) {
    /** Where a row of it stands. */
    public long place(long n, long position) {
      return gained < 0 ? position : gained + n;
    }
  }

  /**
   * A range.
   *
   * @param after exclusive
   * @param upTo inclusive
   */
  public record Range(long after, long upTo) {
    /** Everything. */
    public static final Range ALL = new Range(-1, Long.MAX_VALUE);
  }
}
