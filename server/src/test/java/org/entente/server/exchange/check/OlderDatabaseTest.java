// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that earlier states of the store have written are opened, migrated, and sound. */
class OlderDatabaseTest {
  @ParameterizedTest
  @CsvSource({"schema-1.db.gz, 48, 54"})
  void open_ofAnOlderDatabase_keepsEverythingAndIsSound(
      String name, long versions, long rows, @TempDir Path data) throws Exception {
    try (InputStream packed = getClass().getResourceAsStream("/databases/" + name);
        InputStream file = new GZIPInputStream(packed)) {
      Files.copy(file, data.resolve("entente.db"));
    }
    Vertx vertx = Vertx.vertx();
    Storage storage =
        SqliteStorage.at(
            vertx, data, () -> Instant.parse("2026-11-24T12:00:00Z"), Options.with(() -> 0));

    Report report =
        storage
            .open()
            .compose(
                open ->
                    new ExchangeCheck(storage, StoredDocuments::resource)
                        .run((what, done, whole) -> {}))
            .eventually(storage::close)
            .eventually(vertx::close)
            .toCompletionStage()
            .toCompletableFuture()
            .get(60, TimeUnit.SECONDS);

    assertThat(report.kinds()).isEmpty();
    assertThat(report.size().orElseThrow().versions()).isEqualTo(versions);
    assertThat(report.size().orElseThrow().rows()).isEqualTo(rows);
  }
}
