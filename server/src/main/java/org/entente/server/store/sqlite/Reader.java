// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What a reader lane's thread works with. */
final class Reader implements AutoCloseable {
  final Session session;
  final Names names;
  private final Map<Integer, String> forms = new HashMap<>();

  private Reader(Session session) {
    this.session = session;
    this.names = new Names(session);
  }

  static Reader open(Path file, int cacheKib) throws SQLException {
    return new Reader(Session.reading(file, cacheKib));
  }

  /** Reads in one snapshot. */
  <T> T snapshot(SqliteLane.Work<Reader, T> work) throws Exception {
    session.begin();
    try {
      return work.on(this);
    } finally {
      session.rollback();
    }
  }

  /** A class's form; forms never change. */
  String form(int cid) {
    return forms.computeIfAbsent(cid, this::readForm);
  }

  private String readForm(int cid) {
    try {
      return session
          .one("SELECT form FROM class WHERE cid = ?", row -> row.getString(1), cid)
          .orElseThrow(() -> new SQLException("no class has the number " + cid));
    } catch (SQLException failed) {
      throw Failures.of(failed);
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
