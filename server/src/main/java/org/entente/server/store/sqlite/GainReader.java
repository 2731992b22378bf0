// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.server.store.Gain;

/** Reads gains with their classes and readers. */
final class GainReader {
  private final Session session;
  private final Names names;

  GainReader(Session session, Names names) {
    this.session = session;
    this.names = names;
  }

  /** Gains in order of their numbers, from the one after a number. */
  List<Gain> after(long number) throws SQLException {
    return whole(
        session.list(
            "SELECT gain, collection, base, n, low FROM gain WHERE gain > ? ORDER BY gain",
            this::bare,
            number));
  }

  /** Gains that a class joined at a position. */
  List<Gain> joined(int cid, long at) throws SQLException {
    return whole(
        session.list(
            "SELECT gain.gain, gain.collection, gain.base, gain.n, gain.low"
                + " FROM gained INDEXED BY gained_class JOIN gain ON gain.gain = gained.gain"
                + " WHERE gained.cid = ? AND gained.since = ? ORDER BY gain.gain",
            this::bare,
            cid,
            at));
  }

  private Gain bare(ResultSet row) throws SQLException {
    return new Gain(
        row.getLong(1),
        names.name(row.getInt(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        Set.of(),
        Set.of());
  }

  private List<Gain> whole(List<Gain> bare) throws SQLException {
    List<Gain> whole = new ArrayList<>(bare.size());
    for (Gain gain : bare) {
      Set<Integer> classes =
          new HashSet<>(
              session.list(
                  "SELECT cid FROM gained WHERE gain = ?", row -> row.getInt(1), gain.gain()));
      Set<String> readers =
          new HashSet<>(
              session.list(
                  "SELECT reader FROM gain_reader WHERE gain = ?",
                  row -> names.name(row.getInt(1)),
                  gain.gain()));
      whole.add(
          new Gain(
              gain.gain(), gain.collection(), gain.base(), gain.n(), gain.low(), classes, readers));
    }
    return whole;
  }
}
