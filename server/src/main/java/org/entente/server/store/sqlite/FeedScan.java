// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.entente.server.store.FeedView;
import org.entente.server.store.RowQuery;

/**
 * Reads a feed, segment by segment, in order of places, and each through the index that fits it.
 */
final class FeedScan {
  private static final int LEAST_CHUNK = 16;

  private final Reader reader;
  private final Tallies tallies;
  private final int collection;
  private final RowQuery query;
  private final List<Integer> types;
  private final Selection selection;

  FeedScan(Reader reader, Tallies tallies, int collection, RowQuery query, List<Integer> types) {
    this.reader = reader;
    this.tallies = tallies;
    this.collection = collection;
    this.query = query;
    this.types = types;
    this.selection = new Selection(reader.session, collection, query);
  }

  void fill(PageBuilder page) throws SQLException {
    for (FeedView.Segment segment : query.view().segments(query.after())) {
      if (page.wanted() == 0) {
        return;
      }
      FeedView.Range range = segment.positions();
      long low = Math.max(range.after(), query.view().from() - 1);
      long high = range.upTo();
      if (segment.gained() >= 0) {
        low = Math.max(low, positionOf(segment.numbers().after()));
        high = Math.min(high, positionOf(segment.numbers().upTo()));
      }
      read(segment, low, high, page);
    }
  }

  /** The position of a collection's row by number, or of the last before it that stands. */
  private long positionOf(long n) throws SQLException {
    return n <= 0 ? -1 : reader.session.number(FeedSql.POSITION_OF, -1, collection, n);
  }

  private void read(FeedView.Segment segment, long low, long high, PageBuilder page)
      throws SQLException {
    Wanted wanted = Wanted.of(segment.classes(), tallies.of(collection), low);
    if (wanted.count() == 0 || low >= high) {
      return;
    }
    if (types.isEmpty() && wanted.whole(selection.headsOnly())) {
      read(segment, new Range(low, high), FeedSql.Way.POSITIONS, wanted, page);
      return;
    }
    long masked = low;
    if (wanted.scanned(page.wanted(), selection.headsOnly()) <= wanted.budget()) {
      masked = Math.min(high, ahead(low, wanted.budget()));
      read(segment, new Range(low, masked), FeedSql.Way.MASKED, wanted, page);
    }
    read(segment, new Range(masked, high), FeedSql.Way.CLASSES, wanted, page);
  }

  /**
   * A part of a feed.
   *
   * @param after a position, exclusive
   * @param upTo a position, inclusive
   */
  private record Range(long after, long upTo) {}

  /** The position that so many rows lie before, from another on. */
  private long ahead(long position, long rows) throws SQLException {
    long n = reader.session.number(FeedSql.NUMBER_AFTER, Long.MAX_VALUE, collection, position);
    return n == Long.MAX_VALUE ? n : positionOf(n + rows);
  }

  private void read(
      FeedView.Segment segment, Range range, FeedSql.Way way, Wanted wanted, PageBuilder page)
      throws SQLException {
    String sql = FeedSql.of(way, !types.isEmpty(), selection.headsOnly(), query.content());
    long after = range.after();
    while (page.wanted() > 0 && after < range.upTo()) {
      int chunk = Math.max(page.wanted(), LEAST_CHUNK);
      Progress progress = new Progress(segment, page, after);
      reader.session.each(sql, progress, arguments(way, wanted, after, range.upTo(), chunk));
      if (progress.read < chunk) {
        return;
      }
      after = progress.last;
    }
  }

  private Object[] arguments(FeedSql.Way way, Wanted wanted, long after, long high, int chunk) {
    List<Object> all = new ArrayList<>(List.of(collection, after, high, chunk));
    if (way != FeedSql.Way.POSITIONS) {
      all.add(way == FeedSql.Way.MASKED ? wanted.mask() : wanted.list());
      if (!types.isEmpty()) {
        all.add(types.toString());
      }
    }
    return all.toArray();
  }

  /** One read of a chunk. */
  private final class Progress implements Session.Visitor {
    private final FeedView.Segment segment;
    private final PageBuilder page;
    private long last;
    private int read;

    Progress(FeedView.Segment segment, PageBuilder page, long after) {
      this.segment = segment;
      this.page = page;
      this.last = after;
    }

    @Override
    public boolean visit(ResultSet row) throws SQLException {
      long position = row.getLong(Candidate.POSITION);
      if (position <= last) {
        throw new SQLException("rows came out of order");
      }
      last = position;
      read++;
      long place = segment.place(row.getLong(Candidate.N), position);
      boolean plain = selection.headsOnly() && row.getInt(Candidate.SHARED) == 0;
      return plain || selection.counts(Candidate.read(row), place)
          ? page.take(
              place,
              row.getInt(Candidate.CID),
              row.getBytes(Candidate.STAMP),
              () -> row.getBytes(Candidate.NEXT))
          : true;
    }
  }

  /** The classes of a segment that have rows after a position. */
  private record Wanted(
      BitSet classes, int count, boolean every, long heads, long allHeads, long rows) {
    private static final int DENSE = 4;
    private static final int ROWS_PER_RANGE = 4;

    static Wanted of(BitSet classes, Tallies.Tally tally, long low) {
      long[] lasts = tally.lasts();
      long[] heads = tally.heads();
      BitSet wanted = new BitSet();
      int count = 0;
      boolean every = true;
      long sum = 0;
      for (int cid = 1; cid < lasts.length; cid++) {
        if (lasts[cid] > low) {
          if (classes.get(cid)) {
            wanted.set(cid);
            count++;
            sum += cid < heads.length ? heads[cid] : 0;
          } else {
            every = false;
          }
        }
      }
      return new Wanted(wanted, count, every, sum, LongStream.of(heads).sum(), tally.rows());
    }

    /** Whether all classes are wanted and few rows are read in vain. */
    boolean whole(boolean headsOnly) {
      return every && (!headsOnly || heads * DENSE >= rows);
    }

    /** How many rows are read in order of position, whatever they are, to find so many. */
    long scanned(int found, boolean headsOnly) {
      return found * (headsOnly ? rows : allHeads) / Math.max(1, heads);
    }

    /** How many rows in order of position cost about what one range for each class does. */
    long budget() {
      return (long) count * ROWS_PER_RANGE;
    }

    /** A byte for each class from number 1 on. */
    byte[] mask() {
      byte[] mask = new byte[classes.length()];
      classes.stream().forEach(cid -> mask[cid - 1] = 1);
      return mask;
    }

    String list() {
      StringBuilder list = new StringBuilder("[");
      classes.stream().forEach(cid -> list.append(cid).append(','));
      list.setCharAt(list.length() - 1, ']');
      return list.toString();
    }
  }
}
