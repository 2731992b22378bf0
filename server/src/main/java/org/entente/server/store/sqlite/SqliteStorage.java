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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.entente.server.store.AuditLog;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Catalog;
import org.entente.server.store.Checkpoints;
import org.entente.server.store.Inspection;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.StatusStore;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;
import org.jspecify.annotations.Nullable;

/** The embedded store: one SQLite file in a folder of data. */
public final class SqliteStorage implements Storage {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int SMALL_CACHE_KIB = 256;

  private final Vertx vertx;
  private final Path data;
  private final InstantSource clock;
  private final Options options;
  private final CommitLane writer;
  private final SqliteLane<Reader> readers;
  private final SqliteLane<Session> logs;
  private final AtomicBoolean backingUp = new AtomicBoolean();
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

  /**
   * Writes a backup of a folder, also while an exchange runs on it: what is committed when it
   * begins. Waits for the disk.
   *
   * @param to a file that is not there yet; only its owner may read it
   * @param watch is told how it goes
   * @throws StoreException whose message says what to do
   */
  public static BackupFile backup(Path data, Path to, Watch watch) {
    return offline(
        () -> {
          DataFiles files = new DataFiles(data);
          files.existing();
          Natives.unpackTo(files);
          return BackupWriter.write(files, to, watch);
        });
  }

  /**
   * Puts a backup into a folder that is empty or not there, once the whole of it has been read.
   * Waits for the disk.
   *
   * @param watch is told how it goes
   * @throws StoreException whose message says what to do
   */
  public static BackupFile restore(Path from, Path data, Watch watch) {
    return offline(() -> Restoration.place(from, new DataFiles(data), watch));
  }

  /**
   * What is wrong with a folder's file as a file; none when it is sound. Waits for the disk.
   *
   * @param watch is told how it goes
   * @throws StoreException whose message says what to do, such as when the folder is in use
   */
  public static List<String> damages(Path data, Watch watch) {
    return offline(() -> Integrity.damages(new DataFiles(data), watch));
  }

  /**
   * Makes sure that a folder has an exchange, before something is opened that would make one.
   *
   * @throws org.entente.server.store.StoreException {@code REFUSED} where there is none
   */
  public static void existing(Path data) {
    new DataFiles(data).existing();
  }

  private static <T> T offline(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw Failures.of(failed);
    }
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
      DataFiles files = new DataFiles(data);
      Natives.unpackTo(files);
      Path file = files.database();
      Session session = Session.writing(file, options.cache());
      Schema.migrate(session);
      tallies = Tallies.read(session);
      writer.start(
          new Writer(session, tallies, new Positions(clock, options.ticker()), options.loaded()));
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
  public Future<BackupFile> backup(String name) {
    if (!NAME.matcher(name).matches()) {
      return Future.failedFuture(
          new StoreException(
              Reason.REFUSED,
              "a backup's name has letters, digits, `.`, `_` and `-`, and no folders",
              null));
    }
    if (!backingUp.compareAndSet(false, true)) {
      return Future.failedFuture(
          new StoreException(Reason.OVERLOADED, "a backup is being made already", null));
    }
    DataFiles files = new DataFiles(data);
    return SqliteLane.once(
            vertx,
            "sqlite-backup",
            () -> {
              Path to = Files.createDirectories(files.backups()).resolve(name);
              return BackupWriter.write(files, to, (what, done, whole) -> {});
            })
        .onComplete(ended -> backingUp.set(false));
  }

  @Override
  public Inspection inspection() {
    return new SqliteInspection(readers);
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
