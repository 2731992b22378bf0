// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.entente.server.store.AuditChain;
import org.entente.server.store.CommitRecord;

/** The numbers that the writer gives out next, as of the transaction that it is in. */
final class State {
  CommitRecord record;
  long vid;
  long oid;
  long gain;
  long audit;
  byte[] auditHash;
  private final Map<Integer, Long> rows = new HashMap<>();

  private State(CommitRecord record, byte[] auditHash) {
    this.record = record;
    this.auditHash = auditHash;
  }

  static State read(Session session) throws SQLException {
    State state =
        new State(
            record(session),
            session
                .one("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1", row -> row.getBytes(1))
                .orElse(AuditChain.start()));
    state.vid = session.number("SELECT max(vid) FROM version", 0);
    state.oid = session.number("SELECT max(oid) FROM object", 0);
    state.gain = session.number("SELECT max(gain) FROM gain", 0);
    state.audit = session.number("SELECT max(seq) FROM audit", 0);
    session.each(
        "SELECT code, rows FROM collection",
        row -> {
          state.rows.put(row.getInt(1), row.getLong(2));
          return true;
        });
    return state;
  }

  static CommitRecord record(Session session) throws SQLException {
    return session
        .one(
            "SELECT position, epoch, classes FROM commit_record",
            row -> new CommitRecord(row.getLong(1), row.getLong(2), row.getInt(3)))
        .orElseThrow(() -> new SQLException("the commit record is missing"));
  }

  State copy() {
    State copy = new State(record, auditHash);
    copy.vid = vid;
    copy.oid = oid;
    copy.gain = gain;
    copy.audit = audit;
    copy.rows.putAll(rows);
    return copy;
  }

  /** How many rows a collection has had. */
  long rows(int collection) {
    return rows.getOrDefault(collection, 0L);
  }

  /** The number of a collection's next row. */
  long nextRow(int collection) {
    return rows.merge(collection, 1L, Long::sum);
  }
}
