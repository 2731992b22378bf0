// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import org.entente.server.store.BackupFile;

/** Backups that administrators ask a running server for. */
public interface BackingUp {
  /**
   * Copies everything that is committed when it begins; recorded in the audit log. The copy stays
   * beside the data: administrators do not read content.
   *
   * @param name the file's name, not taken yet, without folders
   * @param actor who does it
   * @return once it is whole and durable
   */
  Future<BackupFile> backup(String name, String actor);
}
