// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and files that are not as they should be. */
class DataFaultTest {
  private static final int CACHE_KIB = 256;

  @TempDir Path data;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private Path file() {
    return data.resolve("entente.db");
  }

  private Storage open() throws Exception {
    Storage storage =
        SqliteStorage.at(
            vertx, data, () -> Instant.parse("2026-11-24T12:00:00Z"), Options.with(() -> 0));
    storage.open().toCompletionStage().toCompletableFuture().get();
    return storage;
  }

  private static void close(Storage storage) throws Exception {
    storage.close().toCompletionStage().toCompletableFuture().get();
  }

  private void refused(Reason reason, String... words) {
    assertThatThrownBy(this::open)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("\n");
  }

  private static void insert(Session session, int count) throws SQLException {
    session.beginImmediate();
    try {
      for (int i = 0; i < count; i++) {
        session.update("INSERT INTO t VALUES (?)", new byte[5000]);
      }
      session.commit();
    } catch (SQLException failed) {
      session.rollback();
      throw failed;
    }
  }

  @Test
  void session_onceThereIsRoomAgain_goesOnWithWhatWasCommitted() throws Exception {
    try (Session session = Session.writing(file(), CACHE_KIB)) {
      session.script("CREATE TABLE t (x)");
      insert(session, 1);
      session.set("PRAGMA max_page_count=20");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(() -> insert(session, 20))
            .satisfies(failure -> assertThat(Failures.of(failure).reason()).isEqualTo(Reason.FULL));
      }
      assertThat(session.number("SELECT count(*) FROM t", 0)).isEqualTo(1);
      session.set("PRAGMA max_page_count=2000");

      insert(session, 20);

      assertThat(session.number("SELECT count(*) FROM t", 0)).isEqualTo(21);
    }
  }

  @Test
  void open_ofAFolderInUse_saysWhatToDo() throws Exception {
    Storage first = open();

    refused(Reason.LOCKED, "another process uses", data.toString(), "--data");

    close(first);
    close(open());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4096, 4096 * 3})
  void open_ofAGarbledFile_namesCheckAndRestore(long from) throws Exception {
    close(open());
    try (RandomAccessFile database = new RandomAccessFile(file().toFile(), "rw")) {
      database.seek(from);
      database.write(new byte[4096 * 30]);
    }

    refused(Reason.DAMAGED, "damaged", "`check`", "`restore`");
  }

  @Test
  void open_ofAFileThatWasCut_namesCheckAndRestore() throws Exception {
    close(open());
    try (RandomAccessFile database = new RandomAccessFile(file().toFile(), "rw")) {
      database.setLength(5000);
    }

    refused(Reason.DAMAGED, "damaged", "`check`", "`restore`");
  }

  @Test
  void open_ofANewerFile_saysWhichReleaseItTakes() throws Exception {
    close(open());
    try (Session session = Session.writing(file(), CACHE_KIB)) {
      session.script("PRAGMA user_version=" + (Schema.NEWEST + 1));
    }

    refused(Reason.NEWER, "schema " + (Schema.NEWEST + 1), "start the newer release");
  }

  @Test
  void open_ofAnotherProgramsFile_leavesIt() throws Exception {
    try (Session session = Session.writing(file(), CACHE_KIB)) {
      session.script("CREATE TABLE theirs (x)");
    }

    refused(Reason.DAMAGED, "not one of an exchange");

    try (Session session = Session.reading(file(), CACHE_KIB)) {
      assertThat(session.number("SELECT count(*) FROM sqlite_schema", 0)).isEqualTo(1);
    }
  }

  @Test
  void migrate_ofAnOlderFile_runsEachScriptThatItHasNotSeen() throws Exception {
    close(open());
    int next = Schema.NEWEST + 1;
    try (Session session = Session.writing(file(), CACHE_KIB)) {
      assertThatThrownBy(
              () ->
                  Schema.migrate(
                      session,
                      next + 1,
                      number ->
                          number == next
                              ? "CREATE TABLE added (x)"
                              : "INSERT INTO absent VALUES (1)"))
          .isInstanceOf(SQLException.class);
      assertThat(Schema.version(session)).isEqualTo(Schema.NEWEST);
      assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'added'", 0))
          .isZero();

      Schema.migrate(session, next, number -> "CREATE TABLE added (x)");

      assertThat(session.number("PRAGMA user_version", 0)).isEqualTo(next);
      assertThat(session.number("SELECT count(*) FROM added", -1)).isZero();
    }
  }

  @Test
  void migrate_whenAScriptIsMissing_changesNothing() throws Exception {
    close(open());
    try (Session session = Session.writing(file(), CACHE_KIB)) {
      assertThatThrownBy(
              () ->
                  Schema.migrate(
                      session,
                      Schema.NEWEST + 1,
                      number -> {
                        throw new IOException("the jar lacks it");
                      }))
          .isInstanceOf(IOException.class);
      assertThat(Schema.version(session)).isEqualTo(Schema.NEWEST);
    }
  }
}
