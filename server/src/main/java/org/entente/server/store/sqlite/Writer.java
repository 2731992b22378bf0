// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.entente.server.store.CommitRecord;

/**
 * What the writer's thread works with: the one connection that writes, and what it keeps in memory
 * of what is committed and of the transaction that it is in.
 */
final class Writer implements AutoCloseable {
  final Session session;
  final Inserts inserts;
  final Names names;
  final Classes classes;
  final Tallies tallies;
  final Positions positions;

  /** Versions and references to them that one commit may load. */
  final int mostLoaded;

  State state;

  /** Heads that came or went in this transaction, by collection and class. */
  private final Map<Integer, Map<Integer, Long>> heads = new HashMap<>();

  private State committed;

  Writer(Session session, Tallies tallies, Positions positions, int mostLoaded)
      throws SQLException {
    this.session = session;
    this.mostLoaded = mostLoaded;
    this.tallies = tallies;
    this.positions = positions;
    this.inserts = new Inserts(session);
    this.names = new Names(session);
    this.classes = new Classes(session);
    this.committed = State.read(session);
    this.state = committed;
  }

  void begin() throws SQLException {
    session.beginImmediate();
    state = committed.copy();
  }

  void commit() throws SQLException {
    CommitRecord record = state.record;
    if (!record.equals(committed.record)) {
      session.update(
          "UPDATE commit_record SET position = ?, epoch = ?, classes = ?",
          record.position(),
          record.epoch(),
          record.classes());
    }
    session.commit();
    committed = state;
    heads.forEach(
        (collection, counts) -> counts.forEach((c, n) -> tallies.count(collection, c, n)));
    heads.clear();
  }

  void rollback() {
    session.rollback();
    state = committed;
    inserts.forget();
    names.forget();
    classes.cut(committed.record.classes());
    heads.clear();
  }

  /** Counts a head that came or went, for when the transaction is committed. */
  void count(int collection, int cid, long more) {
    heads.computeIfAbsent(collection, c -> new HashMap<>()).merge(cid, more, Long::sum);
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
