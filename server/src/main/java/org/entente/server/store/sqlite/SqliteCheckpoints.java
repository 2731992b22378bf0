// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.server.store.Checkpoints;

final class SqliteCheckpoints implements Checkpoints {
  private final CommitLane writer;
  private final SqliteLane<Reader> readers;

  SqliteCheckpoints(CommitLane writer, SqliteLane<Reader> readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Future<Optional<byte[]>> get(String name) {
    return readers.run(reader -> value(reader.session, name));
  }

  @Override
  public Future<Void> put(String name, byte[] value) {
    return writer
        .write(
            1,
            tool -> {
              tool.session.update("INSERT OR REPLACE INTO checkpoint VALUES (?, ?)", name, value);
              return name;
            })
        .mapEmpty();
  }

  @Override
  public Future<byte[]> putIfAbsent(String name, byte[] value) {
    return writer.write(
        1,
        tool -> {
          tool.session.update("INSERT OR IGNORE INTO checkpoint VALUES (?, ?)", name, value);
          return value(tool.session, name).orElseThrow();
        });
  }

  private static Optional<byte[]> value(Session session, String name) throws SQLException {
    return session.one("SELECT value FROM checkpoint WHERE name = ?", row -> row.getBytes(1), name);
  }
}
