// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.entente.server.store.AuditLog;
import org.entente.server.store.Catalog;
import org.entente.server.store.Checkpoints;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.StatusStore;
import org.entente.server.store.Storage;
import org.jspecify.annotations.Nullable;

/** The embedded store: one SQLite file in a folder of data. */
public final class SqliteStorage implements Storage {
  private static final String FILE = "entente.db";
  private static final int SMALL_CACHE_KIB = 256;

  private final Vertx vertx;
  private final Path data;
  private final InstantSource clock;
  private final Options options;
  private final CommitLane writer;
  private final SqliteLane<Reader> readers;
  private final SqliteLane<Session> logs;
  private volatile Tallies tallies = new Tallies();
  private @Nullable DataLock lock;

  private SqliteStorage(Vertx vertx, Path data, InstantSource clock, Options options) {
    this.vertx = vertx;
    this.data = data;
    this.clock = clock;
    this.options = options;
    this.logs = new SqliteLane<>(vertx, 1);
    LogKeeper keeper = new LogKeeper(logs, options.wal());
    this.writer = new CommitLane(vertx, options, keeper::after);
    this.readers = new SqliteLane<>(vertx, options.queue() * options.readers());
  }

  /**
   * A store that is not open yet.
   *
   * @param vertx futures complete on the context of whoever asks
   * @param data the folder, made when it is not there
   * @param clock positions are taken from it
   * @param options how it uses the machine
   */
  public static SqliteStorage at(Vertx vertx, Path data, InstantSource clock, Options options) {
    return new SqliteStorage(vertx, data, clock, options);
  }

  @Override
  public Future<Void> open() {
    return SqliteLane.once(
        vertx,
        "sqlite-open",
        () -> {
          load();
          return null;
        });
  }

  private void load() throws IOException, SQLException {
    lock = DataLock.take(data);
    try {
      Path temporary = Files.createDirectories(data.resolve("tmp"));
      System.setProperty("org.sqlite.tmpdir", temporary.toString());
      Path file = data.resolve(FILE);
      Session session = Session.writing(file, options.cache());
      Schema.migrate(session);
      tallies = Tallies.read(session);
      writer.start(new Writer(session, tallies, new Positions(clock, options.ticker())));
      logs.add("sqlite-log", Session.writing(file, SMALL_CACHE_KIB));
      for (int i = 0; i < options.readers(); i++) {
        readers.add("sqlite-reader-" + i, Reader.open(file, options.cache()));
      }
    } catch (IOException | SQLException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  @Override
  public ObjectStore objects() {
    return new SqliteObjectStore(writer, readers, () -> tallies);
  }

  @Override
  public StatusStore statuses() {
    return new SqliteStatusStore(writer, readers);
  }

  @Override
  public Catalog catalog() {
    return new SqliteCatalog(readers);
  }

  @Override
  public Checkpoints checkpoints() {
    return new SqliteCheckpoints(writer, readers);
  }

  @Override
  public AuditLog audit() {
    return new SqliteAuditLog(readers);
  }

  @Override
  public Future<Void> close() {
    return SqliteLane.once(
        vertx,
        "sqlite-close",
        () -> {
          writer.close();
          readers.close();
          logs.close();
          if (lock != null) {
            lock.close();
          }
          return null;
        });
  }
}
