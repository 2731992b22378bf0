// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.nio.file.Path;
import org.entente.server.exchange.check.Report;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Watch;

/**
 * What can be done to a folder of data on this machine. Each call waits until it is done, and fails
 * with a {@link org.entente.server.store.StoreException} whose message says what to do.
 */
public interface DataKeeper {
  /** Writes a backup of a folder, also while a server runs on it. */
  BackupFile backup(Path data, Path to, Watch watch);

  /** Puts a backup into an empty folder. */
  BackupFile restore(Path from, Path data, Watch watch);

  /**
   * Makes a new first token, records that, and writes it into the folder.
   *
   * @return the file that has it
   */
  Path firstToken(Path data);

  /** Derives everything once more, and compares. */
  Report check(Path data, Watch watch);
}
