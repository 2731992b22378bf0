// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.entente.server.command.DataKeeper;
import org.entente.server.exchange.check.ExchangeCheck;
import org.entente.server.exchange.check.Report;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Storage;
import org.entente.server.store.Watch;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;

/** Folders of data of the embedded store. */
final class LocalDataKeeper implements DataKeeper {
  private final Chance chance;

  LocalDataKeeper(Chance chance) {
    this.chance = chance;
  }

  @Override
  public BackupFile backup(Path data, Path to, Watch watch) {
    return SqliteStorage.backup(data, to, watch);
  }

  @Override
  public BackupFile restore(Path from, Path data, Watch watch) {
    return SqliteStorage.restore(from, data, watch);
  }

  @Override
  public Report check(Path data, Watch watch) {
    List<String> damages = SqliteStorage.damages(data, watch);
    if (!damages.isEmpty()) {
      return Report.ofFile(damages);
    }
    Vertx vertx = Vertx.vertx();
    Storage storage = SqliteStorage.at(vertx, data, chance.clock(), Options.with(chance.ticker()));
    ExchangeCheck check = new ExchangeCheck(storage, StoredDocuments::resource);
    Future<Report> report =
        storage
            .open()
            .compose(open -> check.run(watch).eventually(storage::close))
            .eventually(vertx::close);
    return Waiting.forIt(report);
  }
}
