// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import org.entente.server.store.AuditContract;
import org.entente.server.store.CatalogContract;
import org.entente.server.store.ChangeContract;
import org.entente.server.store.CheckpointContract;
import org.entente.server.store.CommitContract;
import org.entente.server.store.PageContract;
import org.entente.server.store.RaceContract;
import org.entente.server.store.StatusContract;
import org.entente.server.store.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract. */
class SqliteContractTest
    implements CommitContract,
        PageContract,
        ChangeContract,
        RaceContract,
        CatalogContract,
        StatusContract,
        CheckpointContract,
        AuditContract {
  private final Vertx vertx = Vertx.vertx();
  private Path data;
  private Storage storage;

  @BeforeEach
  void open(@TempDir Path folder) {
    data = folder;
    storage =
        SqliteStorage.at(
            vertx, data, () -> Instant.parse("2026-11-24T12:00:00Z"), Options.with(() -> 0));
    await(storage.open());
  }

  @AfterEach
  void close() {
    await(storage.close());
    await(vertx.close());
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public Storage reopened() {
    await(storage.close());
    open(data);
    return storage;
  }
}
