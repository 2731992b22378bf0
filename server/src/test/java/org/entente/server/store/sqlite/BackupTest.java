// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.server.store.BackupFile;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Draft;
import org.entente.server.store.Keys;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreContract;
import org.entente.server.store.StoreException;
import org.entente.server.store.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a store in use, and what becomes of them. */
class BackupTest implements StoreContract {
  private static final Watch NOBODY = (what, done, whole) -> {};

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private Path data;
  private Storage storage;

  @BeforeEach
  void open() {
    data = folder.resolve("data");
    storage = opened(data);
    commit(new Draft().push(Draft.id(1), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));
  }

  @AfterEach
  void close() {
    await(storage.close());
    await(vertx.close());
  }

  private Storage opened(Path where) {
    Storage opened =
        SqliteStorage.at(
            vertx, where, () -> Instant.parse("2026-11-24T12:00:00Z"), Options.with(() -> 0));
    await(opened.open());
    return opened;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public Storage reopened() {
    await(storage.close());
    storage = opened(data);
    return storage;
  }

  private List<String> names(Path where) throws Exception {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void refused(Runnable work, String... words) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.reason()).isEqualTo(StoreException.Reason.REFUSED))
        .hasMessageContainingAll(words);
  }

  @Test
  void backup_ofAStoreInUse_hasWhatIsCommittedAndNothingElse() throws Exception {
    CommitRecord before = record();
    Path to = folder.resolve("one.db");

    BackupFile backup = SqliteStorage.backup(data, to, NOBODY);
    commit(new Draft().push(Draft.id(2), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));

    assertThat(backup.file()).isEqualTo(to);
    assertThat(backup.record()).isEqualTo(before);
    assertThat(backup.bytes()).isEqualTo(Files.size(to));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
        .isEqualTo("rw-------");
    assertThat(names(folder)).containsExactly("data", "one.db");
    Path again = folder.resolve("again");
    assertThat(SqliteStorage.restore(to, again, NOBODY).record()).isEqualTo(before);
    await(storage.close());
    storage = opened(again);
    assertThat(record()).isEqualTo(before);
    assertThat(versions(Draft.id(1))).hasSize(1);
    assertThat(versions(Draft.id(2))).isEmpty();
  }

  @Test
  void backup_whileOthersWrite_isOneMomentOfThem() throws Exception {
    List<Future<Committed<String>>> writing = new ArrayList<>();
    for (int i = 10; i < 400; i++) {
      var plan =
          new Draft().push(Draft.id(i), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a").plan();
      writing.add(
          storage.objects().commit(Keys.NONE, 1, facts -> new Decide.Write<>(plan, "done")));
    }
    BackupFile backup = SqliteStorage.backup(data, folder.resolve("one.db"), NOBODY);
    writing.forEach(this::await);

    Path again = folder.resolve("again");
    var unused = SqliteStorage.restore(backup.file(), again, NOBODY);
    await(storage.close());
    storage = opened(again);
    long last = await(storage.objects().tails()).get(COLLECTION);
    assertThat(last).isEqualTo(backup.record().position());
  }

  @Test
  void backup_ofWhatWasDeleted_doesNotHaveItsBytes() throws Exception {
    await(storage.checkpoints().put("word", "a-secret-of-old".getBytes(StandardCharsets.UTF_8)));
    await(storage.checkpoints().put("word", "x".repeat(15).getBytes(StandardCharsets.UTF_8)));

    Path to = SqliteStorage.backup(data, folder.resolve("one.db"), NOBODY).file();

    assertThat(Files.readString(to, StandardCharsets.ISO_8859_1)).doesNotContain("a-secret-of-old");
  }

  @Test
  void backup_toANameThatIsTaken_leavesIt() throws Exception {
    Path to = Files.writeString(folder.resolve("one.db"), "mine");

    refused(() -> SqliteStorage.backup(data, to, NOBODY), "is there already");
    assertThat(to).hasContent("mine");
    refused(
        () -> SqliteStorage.backup(data, folder.resolve("no/one.db"), NOBODY),
        "there is no folder");
    refused(
        () -> SqliteStorage.backup(folder.resolve("no"), folder.resolve("two.db"), NOBODY),
        "there is no exchange in");
    assertThat(names(folder)).containsExactly("data", "one.db");
  }

  @Test
  void restore_ofADamagedBackup_placesNothing() throws Exception {
    Path to = SqliteStorage.backup(data, folder.resolve("one.db"), NOBODY).file();
    try (RandomAccessFile file = new RandomAccessFile(to.toFile(), "rw")) {
      file.seek(4096L * 4);
      file.write(new byte[4096]);
    }
    Path again = folder.resolve("again");

    refused(() -> SqliteStorage.restore(to, again, NOBODY), "one.db", "is damaged");
    assertThat(again).doesNotExist();
  }

  @Test
  void restore_ofWhatIsNoBackup_placesNothing() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "not a database, but long enough for it");
    Path other = folder.resolve("other.db");
    sql(other, "CREATE TABLE t (x)");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path again = folder.resolve("again");

    refused(() -> SqliteStorage.restore(text, again, NOBODY), "text", "not a backup");
    refused(() -> SqliteStorage.restore(empty, again, NOBODY), "empty", "not a backup");
    refused(() -> SqliteStorage.restore(folder.resolve("none"), again, NOBODY), "is no file");
    assertThatThrownBy(() -> SqliteStorage.restore(other, again, NOBODY))
        .hasMessageContaining("not one of an exchange");
    assertThat(again).doesNotExist();
  }

  private static void sql(Path file, String text) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }

  @Test
  void restore_ofANewerBackup_saysWhichReleaseItTakes() throws Exception {
    Path to = SqliteStorage.backup(data, folder.resolve("one.db"), NOBODY).file();
    sql(to, "PRAGMA user_version=999");

    assertThatThrownBy(() -> SqliteStorage.restore(to, folder.resolve("again"), NOBODY))
        .hasMessageContainingAll("schema 999", "newer release");
  }

  @Test
  void restore_ofACopyOfADatabaseInUse_isRefused() throws Exception {
    Path copy = folder.resolve("copy.db");
    Files.copy(data.resolve("entente.db"), copy);
    Files.writeString(folder.resolve("copy.db-wal"), "what was committed last");

    refused(() -> SqliteStorage.restore(copy, folder.resolve("again"), NOBODY), "backup");
  }

  @Test
  void restore_intoAFolderInUseOrNotEmpty_changesNothing() throws Exception {
    Path to = SqliteStorage.backup(data, folder.resolve("one.db"), NOBODY).file();
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("admin.token"), "x");

    refused(() -> SqliteStorage.restore(to, full, NOBODY), "is not empty");
    assertThat(names(full)).containsExactly("admin.token");
    assertThatThrownBy(() -> SqliteStorage.restore(to, data, NOBODY))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.reason()).isEqualTo(StoreException.Reason.LOCKED));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(SqliteStorage.restore(to, empty, NOBODY).file())
        .isEqualTo(empty.resolve("entente.db"));
    assertThat(names(empty)).containsExactly("entente.db", "lock");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(empty.resolve("entente.db"))))
        .isEqualTo("rw-------");
  }
}
