// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.server.store.Gain;
import org.entente.server.store.Plan;

/** Writes gains: ranges of positions set aside for readers that gain stored rows. */
final class GainWriter {
  private final Writer writer;

  GainWriter(Writer writer) {
    this.writer = writer;
  }

  /** Gains of different readers, or in different collections, share positions: nobody sees both. */
  void give(List<Plan.NewGain> all, Changes changes) throws SQLException {
    long base = changes.position;
    Map<String, Map<String, Long>> ends = new HashMap<>();
    for (Plan.NewGain gain : all) {
      long n = writer.state.rows(writer.names.code(gain.collection()));
      if (n == 0) {
        continue;
      }
      Map<String, Long> byReader = ends.computeIfAbsent(gain.collection(), c -> new HashMap<>());
      long start = base;
      for (String reader : gain.readers()) {
        start = Math.max(start, byReader.getOrDefault(reader, base));
      }
      for (String reader : gain.readers()) {
        byReader.put(reader, start + n);
      }
      changes.gains.add(keep(gain, start, n, changes.at));
      changes.position = Math.max(changes.position, start + n);
    }
  }

  private Gain keep(Plan.NewGain gain, long base, long n, long at) throws SQLException {
    long number = ++writer.state.gain;
    writer.session.update(
        "INSERT INTO gain (gain, collection, base, n, low) VALUES (?, ?, ?, ?, ?)",
        number,
        writer.names.code(gain.collection()),
        base,
        n,
        gain.low());
    for (int cid : gain.classes()) {
      writer.session.update("INSERT INTO gained VALUES (?, ?, ?)", number, cid, at);
    }
    for (String reader : gain.readers()) {
      writer.session.update(
          "INSERT INTO gain_reader VALUES (?, ?)", number, writer.names.code(reader));
    }
    return new Gain(number, gain.collection(), base, n, gain.low(), gain.classes(), gain.readers());
  }

  /** A class that a row was given in place joins every gain that has the row's old class. */
  void join(List<Plan.Join> all, Changes changes) throws SQLException {
    GainReader reader = new GainReader(writer.session, writer.names);
    for (Plan.Join join : all) {
      int to = writer.classes.intern(join.to());
      int joined =
          writer.session.update(
              "INSERT OR IGNORE INTO gained SELECT gained.gain, ?, ?"
                  + " FROM gained INDEXED BY gained_class JOIN gain ON gain.gain = gained.gain"
                  + " WHERE gained.cid = ? AND gain.collection = ?",
              to,
              changes.at,
              writer.classes.intern(join.from()),
              writer.names.code(join.collection()));
      if (joined > 0) {
        for (Gain gain : reader.joined(to, changes.at)) {
          changes.gains.removeIf(older -> older.gain() == gain.gain());
          changes.gains.add(gain);
        }
      }
    }
  }
}
