// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.entente.server.admin.StoredAdministrators;
import org.entente.server.auth.SecretFactory;
import org.entente.server.command.DataKeeper;
import org.entente.server.exchange.administer.Journal;
import org.entente.server.exchange.check.ExchangeCheck;
import org.entente.server.exchange.check.Report;
import org.entente.server.exchange.state.Knowledge;
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
    return with(data, storage -> new ExchangeCheck(storage, StoredDocuments::resource).run(watch));
  }

  @Override
  public Path firstToken(Path data) {
    SqliteStorage.existing(data);
    SecretFactory.NewSecret fresh = new SecretFactory(chance.random()).create();
    return with(
        data,
        storage -> {
          Knowledge knowledge = new Knowledge(storage, StoredDocuments::resource);
          Journal journal = new Journal(knowledge, storage, chance.random(), chance.clock());
          return knowledge
              .load()
              .compose(
                  loaded ->
                      new StoredAdministrators(knowledge, storage.checkpoints(), journal)
                          .renew(fresh.sha256()))
              .map(renewed -> new AdminToken(data).write(fresh.text()));
        });
  }

  private <T> T with(Path data, Function<Storage, Future<T>> work) {
    Vertx vertx = Vertx.vertx();
    Storage storage = SqliteStorage.at(vertx, data, chance.clock(), Options.with(chance.ticker()));
    return Waiting.forIt(
        storage
            .open()
            .compose(open -> work.apply(storage).eventually(storage::close))
            .eventually(vertx::close));
  }
}
