// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.server.store.Asked;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Gain;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.Shadow;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

final class SqliteObjectStore implements ObjectStore {
  private final CommitLane writer;
  private final SqliteLane<Reader> readers;
  private final Opened opened;

  /** What opening finds out. */
  @FunctionalInterface
  interface Opened {
    Tallies tallies();
  }

  SqliteObjectStore(CommitLane writer, SqliteLane<Reader> readers, Opened opened) {
    this.writer = writer;
    this.readers = readers;
    this.opened = opened;
  }

  @Override
  public <T> Future<Committed<T>> commit(Keys keys, int weight, Decide<T> decide) {
    return writer.commit(keys, weight, decide);
  }

  @Override
  public Future<CommitRecord> look() {
    return readers.run(reader -> State.record(reader.session));
  }

  @Override
  public <T> Future<T> page(RowQuery query, Function<RowPage, T> make) {
    return readers.run(
        lane ->
            make.apply(
                lane.snapshot(reader -> new PageReader(reader, opened.tallies(), query).page())));
  }

  @Override
  public Future<List<StoredVersion>> versions(StixId id, long position) {
    return readers.run(
        lane ->
            lane.snapshot(
                reader -> {
                  VersionLoader loader =
                      new VersionLoader(reader.session, reader.names, reader::form);
                  long oid = loader.oid(id);
                  return oid == Names.UNKNOWN ? List.of() : loader.versions(id, oid, position);
                }));
  }

  @Override
  public Future<List<String>> classes(int after) {
    return readers.run(
        reader ->
            reader.session.list(
                "SELECT form FROM class WHERE cid > ? ORDER BY cid",
                row -> row.getString(1),
                after));
  }

  @Override
  public Future<List<Gain>> gains(long after) {
    return readers.run(
        lane -> lane.snapshot(reader -> new GainReader(reader.session, reader.names).after(after)));
  }

  @Override
  public Future<Map<String, Long>> tails() {
    return readers.run(
        lane ->
            lane.snapshot(
                reader -> {
                  Map<String, Long> all = new HashMap<>();
                  reader.session.each(
                      "SELECT code, (SELECT max(position) FROM row WHERE collection = code)"
                          + " FROM collection",
                      row -> {
                        long last = row.getLong(2);
                        return last == 0 || all.put(reader.names.name(row.getInt(1)), last) == null;
                      });
                  return all;
                }));
  }

  @Override
  public void listen(Consumer<Committed<?>> listener) {
    writer.listen(listener);
  }

  @Override
  public Future<Map<String, Map<Integer, Long>>> headCounts() {
    return readers.run(
        reader -> {
          Map<String, Map<Integer, Long>> all = new HashMap<>();
          for (Map.Entry<Integer, Map<Integer, Long>> counted :
              opened.tallies().heads().entrySet()) {
            all.put(reader.names.name(counted.getKey()), counted.getValue());
          }
          return all;
        });
  }

  @Override
  public Future<List<Shadow>> shadows(long after, int limit) {
    return readers.run(
        reader ->
            reader.session.list(
                "SELECT vid, stamp, owner, at FROM version"
                    + " WHERE shadow = 1 AND deleted = 0 AND vid > ? ORDER BY vid LIMIT ?",
                row ->
                    new Shadow(
                        row.getLong(1),
                        Stamp.id(row.getBytes(2), reader.names),
                        Stamp.version(row.getBytes(2)),
                        reader.names.name(row.getInt(3)),
                        row.getLong(4)),
                after,
                limit));
  }

  @Override
  public Future<List<Asked>> asked() {
    return readers.run(reader -> Readers.asked(reader.session));
  }
}
