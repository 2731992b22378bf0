// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
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
      long low = segment.gained() ? positionOf(segment.after()) : segment.after();
      long high = segment.gained() ? positionOf(segment.upTo()) : segment.upTo();
      read(segment, Math.max(low, query.view().from() - 1), high, page);
    }
  }

  /** The position of a collection's row by number, or of the last before it that stands. */
  private long positionOf(long n) throws SQLException {
    return n <= 0 ? -1 : reader.session.number(FeedSql.POSITION_OF, -1, collection, n);
  }

  private void read(FeedView.Segment segment, long low, long high, PageBuilder page)
      throws SQLException {
    Tallies.Tally tally = tallies.of(collection);
    Wanted wanted = Wanted.of(segment.classes(), tally, low);
    if (wanted.count() == 0 || low >= high) {
      return;
    }
    FeedSql.Way way = types.isEmpty() ? wanted.way(selection.headsOnly()) : FeedSql.Way.TYPES;
    String sql = FeedSql.of(way, selection.headsOnly(), query.content());
    long after = low;
    while (page.wanted() > 0) {
      int chunk = Math.max(page.wanted(), LEAST_CHUNK);
      Progress progress = new Progress(segment, page, after);
      reader.session.each(sql, progress, arguments(way, wanted, after, high, chunk));
      if (progress.read < chunk) {
        return;
      }
      after = progress.last;
    }
  }

  private Object[] arguments(FeedSql.Way way, Wanted wanted, long after, long high, int chunk) {
    return switch (way) {
      case POSITIONS -> new Object[] {collection, after, high, chunk};
      case CLASSES -> new Object[] {collection, after, high, chunk, wanted.list()};
      case TYPES -> new Object[] {collection, after, high, chunk, wanted.list(), types.toString()};
    };
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
      long place = segment.gained() ? segment.shift() + row.getLong(Candidate.N) : position;
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
  private record Wanted(BitSet classes, int count, boolean every, long heads, long rows) {
    private static final int DENSE = 4;

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
      return new Wanted(wanted, count, every, sum, tally.rows());
    }

    /** Without the classes where all are wanted and few rows are read in vain. */
    FeedSql.Way way(boolean headsOnly) {
      boolean dense = !headsOnly || heads * DENSE >= rows;
      return every && dense ? FeedSql.Way.POSITIONS : FeedSql.Way.CLASSES;
    }

    String list() {
      StringBuilder list = new StringBuilder("[");
      classes.stream().forEach(cid -> list.append(cid).append(','));
      list.setCharAt(list.length() - 1, ']');
      return list.toString();
    }
  }
}
