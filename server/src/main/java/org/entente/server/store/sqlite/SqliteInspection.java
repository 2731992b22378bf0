// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Finding;
import org.entente.server.store.Inspection;
import org.entente.server.store.Watch;
import org.entente.stix.StixId;

final class SqliteInspection implements Inspection {
  private final SqliteLane<Reader> readers;

  SqliteInspection(SqliteLane<Reader> readers) {
    this.readers = readers;
  }

  @Override
  public Future<Void> examine(Consumer<Finding> findings, Watch watch) {
    return readers
        .run(
            lane ->
                lane.snapshot(
                    reader -> {
                      new Examination(reader, findings).run(watch);
                      return true;
                    }))
        .mapEmpty();
  }

  @Override
  public Future<Batch> ids(long after, int limit) {
    return readers.run(lane -> lane.snapshot(reader -> batch(reader, after, limit)));
  }

  private static Batch batch(Reader reader, long after, int limit) throws SQLException {
    Map<Long, StixId> ids = new LinkedHashMap<>();
    reader.session.each(
        "SELECT oid, id FROM object WHERE oid > ? AND EXISTS"
            + " (SELECT 1 FROM version WHERE version.oid = object.oid) ORDER BY oid LIMIT ?",
        row -> ids.put(row.getLong(1), Ids.read(row.getBytes(2), reader.names)) == null,
        after,
        limit);
    long last = after;
    Set<Long> versions = new HashSet<>();
    for (long oid : ids.keySet()) {
      last = oid;
      reader.session.each(
          "SELECT vid FROM version INDEXED BY version_oid WHERE oid = ?",
          row -> versions.add(row.getLong(1)),
          oid);
    }
    return new Batch(List.copyOf(ids.values()), versions, last);
  }

  @Override
  public Future<Size> size() {
    return readers.run(
        lane ->
            lane.snapshot(
                reader ->
                    new Size(
                        State.record(reader.session),
                        reader.session.number("SELECT count(DISTINCT oid) FROM version", 0),
                        reader.session.number("SELECT count(*) FROM version", 0),
                        reader.session.number("SELECT count(*) FROM row", 0))));
  }

  @Override
  public Future<List<CatalogChange.Put>> resources() {
    return readers.run(
        reader ->
            reader.session.list(
                "SELECT kind, id, document, max(since) FROM resource GROUP BY kind, id",
                row ->
                    new CatalogChange.Put(row.getString(1), row.getString(2), row.getString(3))));
  }
}
