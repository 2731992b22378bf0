// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.List;
import org.entente.server.store.Catalog;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.StoredSecret;

final class SqliteCatalog implements Catalog {
  private final SqliteLane<Reader> readers;

  SqliteCatalog(SqliteLane<Reader> readers) {
    this.readers = readers;
  }

  @Override
  public Future<Snapshot> load() {
    return readers.run(
        lane -> lane.snapshot(reader -> read(reader.session, VersionLoader.NOW - 1, true)));
  }

  @Override
  public Future<Snapshot> at(long position) {
    return readers.run(
        lane ->
            lane.snapshot(
                reader -> read(reader.session, Math.min(position, VersionLoader.NOW - 1), false)));
  }

  /** Secrets of the past are gone, and nobody needs them. */
  private static Snapshot read(Session session, long position, boolean secrets)
      throws SQLException {
    return new Snapshot(
        State.record(session),
        session.list(
            "SELECT kind, id, document FROM resource WHERE since <= ? AND until > ?",
            row -> new CatalogChange.Put(row.getString(1), row.getString(2), row.getString(3)),
            position,
            position),
        secrets ? secrets(session) : List.of(),
        session.list(
            "SELECT member, collection, low, max(since) FROM reach WHERE since <= ?"
                + " GROUP BY member, collection",
            row -> new Bound(row.getString(1), row.getString(2), row.getLong(3)),
            position));
  }

  private static List<StoredSecret> secrets(Session session) throws SQLException {
    return session.list(
        "SELECT holder, key, verifier, expires FROM secret",
        row ->
            new StoredSecret(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
  }
}
