// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known in memory of each collection's classes: up to where each has rows, so that a class
 * that a cursor has passed is not asked for, and how many heads. Written by the writer alone.
 * Positions are noted before they are committed and never go back, so that to a reader they are
 * bounds, whatever snapshot it has; counts are of what is committed.
 */
final class Tallies {
  private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();

  /** One collection. */
  static final class Tally {
    private volatile long[] lasts = {};
    private volatile long[] heads = {};
    private volatile long rows;

    /** By class number, the last position of its rows or less than 1 where it has none. */
    long[] lasts() {
      return lasts;
    }

    /** By class number, how many heads. */
    long[] heads() {
      return heads;
    }

    /** How many rows there ever were. */
    long rows() {
      return rows;
    }

    private void note(int cid, long position) {
      long[] now = grown(lasts, cid);
      now[cid] = Math.max(now[cid], position);
      lasts = now;
    }

    private void count(int cid, long more) {
      long[] now = grown(heads, cid);
      now[cid] += more;
      heads = now;
    }

    private static long[] grown(long[] values, int index) {
      return index < values.length ? values : Arrays.copyOf(values, Math.max(16, index * 2));
    }
  }

  /** Reads all from the rows. */
  static Tallies read(Session session) throws SQLException {
    Tallies all = new Tallies();
    session.each(
        "SELECT collection, cid, head, count(*), max(position) FROM row INDEXED BY row_class"
            + " GROUP BY collection, cid, head",
        row -> {
          Tally tally = all.of(row.getInt(1));
          tally.note(row.getInt(2), row.getLong(5));
          tally.count(row.getInt(2), row.getInt(3) == 1 ? row.getLong(4) : 0);
          return true;
        });
    session.each(
        "SELECT code, rows FROM collection",
        row -> {
          all.rows(row.getInt(1), row.getLong(2));
          return true;
        });
    return all;
  }

  /** A collection by number. */
  Tally of(int collection) {
    return tallies.computeIfAbsent(collection, absent -> new Tally());
  }

  void note(int collection, int cid, long position) {
    of(collection).note(cid, position);
  }

  void count(int collection, int cid, long more) {
    of(collection).count(cid, more);
  }

  void rows(int collection, long rows) {
    of(collection).rows = rows;
  }

  /** By collection and class, how many heads, where there are any. */
  Map<Integer, Map<Integer, Long>> heads() {
    Map<Integer, Map<Integer, Long>> all = new HashMap<>();
    tallies.forEach(
        (collection, tally) -> {
          Map<Integer, Long> counts = new HashMap<>();
          long[] heads = tally.heads();
          for (int cid = 1; cid < heads.length; cid++) {
            if (heads[cid] > 0) {
              counts.put(cid, heads[cid]);
            }
          }
          all.put(collection, counts);
        });
    return all;
  }
}
