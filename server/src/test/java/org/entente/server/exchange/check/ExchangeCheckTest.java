// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.model.BusyFolder;
import org.entente.server.store.Storage;
import org.entente.server.store.Watch;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check finds in real database files of which one thing was damaged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeCheckTest {
  private static final long SEED = 3;
  private static final int STEPS = 250;
  private static final Watch NOBODY = (what, done, whole) -> {};

  private final Vertx vertx = Vertx.vertx();
  private Path busy;

  @BeforeAll
  void fill(@TempDir Path folder) throws Exception {
    busy = folder.resolve("busy");
    BusyFolder.fill(busy, SEED, STEPS);
  }

  @AfterAll
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private Report check(Path data) throws Exception {
    return check(data, Options.with(() -> 0));
  }

  private Report check(Path data, Options options) throws Exception {
    List<String> damages = SqliteStorage.damages(data, NOBODY);
    if (!damages.isEmpty()) {
      return Report.ofFile(damages);
    }
    Storage storage =
        SqliteStorage.at(vertx, data, () -> Instant.parse("2026-11-24T12:00:00Z"), options);
    return storage
        .open()
        .compose(
            open ->
                new ExchangeCheck(storage, StoredDocuments::resource)
                    .run(NOBODY)
                    .eventually(storage::close))
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
  }

  private Path copy(Path to) throws Exception {
    Files.copy(busy.resolve("entente.db"), to.resolve("entente.db"));
    return to;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void check_afterABusyHistory_findsNothing(long seed, @TempDir Path data) throws Exception {
    BusyFolder.fill(data, seed, 120);

    Report report = check(data);

    assertThat(report.kinds()).isEmpty();
    assertThat(report.clean()).isTrue();
    assertThat(report.size().orElseThrow().versions()).isPositive();
  }

  @Test
  void check_whereMoreRefersToAnObjectThanFits_saysThatItWasPassedOver() throws Exception {
    Report whole = check(busy);
    Report report = check(busy, Options.with(() -> 0).loading(8));

    assertThat(whole.passedOver()).isEmpty();
    assertThat(report.kinds()).isEmpty();
    assertThat(report.passedOver())
        .hasValueSatisfying(
            passed -> {
              assertThat(passed.count()).isBetween(1L, report.size().orElseThrow().ids() - 1);
              assertThat(passed.examples().get(0)).contains("--");
            });
  }

  @Test
  void check_ofAnEmptyExchange_findsNothing(@TempDir Path data) throws Exception {
    Storage storage =
        SqliteStorage.at(
            vertx, data, () -> Instant.parse("2026-11-24T12:00:00Z"), Options.with(() -> 0));
    storage.open().compose(open -> storage.close()).toCompletionStage().toCompletableFuture().get();

    assertThat(check(data).clean()).isTrue();
  }

  /** One change to the file, and the kind under which it must be reported. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          link          ! DELETE FROM content WHERE vid = 1
          link          ! DELETE FROM object WHERE oid = (SELECT min(target) FROM edge)
          link          ! UPDATE row SET cid = 9999 WHERE n = 1
          link          ! INSERT INTO gained VALUES (1, 9999, 1)
          bytes         ! DELETE FROM content WHERE vid = 1
          bytes         ! UPDATE content SET bytes = CAST(replace(CAST(bytes AS TEXT), 'type', 'tyqe') AS BLOB) WHERE vid = 1
          stamp         ! UPDATE version SET stamp = CAST(substr(stamp, 1, length(stamp) - 2) || '9Z' AS BLOB) WHERE vid = 1
          row-version   ! UPDATE version SET stamp = CAST(substr(stamp, 1, length(stamp) - 2) || '9Z' AS BLOB) WHERE vid = (SELECT max(vid) FROM row)
          row-version   ! UPDATE version SET deleted = at WHERE vid = (SELECT max(vid) FROM row)
          facts         ! UPDATE version SET facts = (SELECT facts FROM version AS v WHERE v.facts <> version.facts) WHERE vid = 1
          facts         ! UPDATE version SET facts = x'00' WHERE vid = 1
          underivable   ! UPDATE version SET facts = x'00' WHERE vid = (SELECT max(vid) FROM row)
          edge          ! DELETE FROM edge WHERE vid = (SELECT max(vid) FROM edge)
          edge          ! UPDATE edge SET kind = (kind + 1) % 3 WHERE vid = (SELECT max(vid) FROM edge)
          head          ! UPDATE row SET head = 0 WHERE head = 1
          head          ! UPDATE row SET head = 1 WHERE head = 0
          shared        ! UPDATE row SET shared = 1 - shared WHERE n = (SELECT max(n) FROM row)
          audience      ! UPDATE row SET cid = (SELECT max(cid) FROM class) WHERE n = (SELECT max(n) FROM row WHERE cid <> (SELECT max(cid) FROM class))
          row-missing   ! DELETE FROM row WHERE head = 1 AND shared = 0 AND type = (SELECT code FROM name WHERE name = 'indicator')
          row-needless  ! DELETE FROM placement WHERE vid = (SELECT max(vid) FROM row)
          row-number    ! DELETE FROM row WHERE n = (SELECT max(n) FROM row)
          row-number    ! UPDATE collection SET rows = rows + 1
          row-number    ! UPDATE row SET position = position + 1000000000 WHERE n = 1
          row-type      ! UPDATE row SET type = type + 1 WHERE n = (SELECT max(n) FROM row)
          position      ! UPDATE commit_record SET position = position - 3600000000000
          position      ! UPDATE status SET done = 9000000000000000000
          position      ! UPDATE OR IGNORE row SET position = (SELECT max(position) FROM row AS r WHERE r.collection <> row.collection) WHERE n = 1
          row-past      ! UPDATE row_past SET until = until + 1
          row-past      ! UPDATE row SET since = since + 1 WHERE since > 0
          row-past      ! DELETE FROM row_past WHERE gone = 0
          resource-past ! UPDATE resource SET until = since
          epoch         ! UPDATE commit_record SET epoch = 0
          gain          ! UPDATE gain SET n = n + 1
          gain          ! UPDATE gain SET base = 1
          class-number  ! UPDATE commit_record SET classes = classes + 1
          class-hash    ! UPDATE class SET hash = zeroblob(32) WHERE cid = 1
          class-form    ! UPDATE class SET form = form || char(10) WHERE cid = 1
          audit-chain   ! UPDATE audit SET detail = '{}' WHERE seq = 1
          audit-chain   ! DELETE FROM audit WHERE seq = 2
          """)
  void check_ofOneDamage_findsIt(String kind, String damage, @TempDir Path folder)
      throws Exception {
    Path data = copy(folder);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("entente.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(damage)).as("rows damaged").isPositive();
    }

    Report report = check(data);

    assertThat(report.kinds()).extracting(Report.Kind::kind).contains(kind);
    assertThat(report.kinds())
        .allSatisfy(
            found -> {
              assertThat(found.count()).isGreaterThanOrEqualTo(found.examples().size());
              assertThat(found.examples()).hasSizeBetween(1, 10);
            });
  }

  @Test
  void check_ofAFileWithAGarbledPage_saysThatTheFileIsDamaged(@TempDir Path folder)
      throws Exception {
    Path data = copy(folder);
    try (RandomAccessFile file = new RandomAccessFile(data.resolve("entente.db").toFile(), "rw")) {
      file.seek(4096L * 5);
      file.write(new byte[4096]);
    }

    assertThat(check(data).kinds()).extracting(Report.Kind::kind).containsExactly("file");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20, 9_000})
  void check_ofAFileThatWasCut_saysThatTheFileIsDamaged(long length, @TempDir Path folder)
      throws Exception {
    Path data = copy(folder);
    try (RandomAccessFile file = new RandomAccessFile(data.resolve("entente.db").toFile(), "rw")) {
      file.setLength(length);
    }

    assertThat(check(data).kinds()).extracting(Report.Kind::kind).containsExactly("file");
  }
}
