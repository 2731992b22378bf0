// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.Map;
import org.entente.server.exchange.BackingUp;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Storage;

/** Backups of a store, each recorded. */
public final class Backups implements BackingUp {
  private final Storage storage;
  private final Rules rules;

  /** Backups of what is kept. */
  public Backups(Knowledge knowledge, Storage storage) {
    this.storage = storage;
    this.rules = new Rules(knowledge, storage.objects());
  }

  @Override
  public Future<BackupFile> backup(String name, String actor) {
    return storage
        .backup(name)
        .compose(
            backup ->
                rules
                    .record(
                        Entries.of(
                            actor, "backup", name, Map.of("position", backup.record().position())))
                    .map(backup));
  }
}
