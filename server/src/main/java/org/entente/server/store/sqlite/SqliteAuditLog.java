// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.AuditLog;
import org.entente.server.store.AuditRecord;

final class SqliteAuditLog implements AuditLog {
  static final String ALL =
      "SELECT seq, position, actor, action, subject, detail, hash FROM audit ";

  private final SqliteLane<Reader> readers;

  SqliteAuditLog(SqliteLane<Reader> readers) {
    this.readers = readers;
  }

  @Override
  public Future<List<AuditRecord>> read(long after, int limit) {
    return readers.run(
        reader ->
            reader.session.list(
                ALL + "WHERE seq > ? ORDER BY seq LIMIT ?", SqliteAuditLog::record, after, limit));
  }

  @Override
  public Future<Optional<AuditRecord>> head() {
    return readers.run(
        reader -> reader.session.one(ALL + "ORDER BY seq DESC LIMIT 1", SqliteAuditLog::record));
  }

  static AuditRecord record(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getLong(1),
        row.getLong(2),
        new AuditEntry(row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
        row.getBytes(7));
  }
}
