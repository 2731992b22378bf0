// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;

/** A store, opened. Building one does no I/O; {@link #open()} does. */
public interface Storage {
  /**
   * Locks, migrates and loads what is kept in memory.
   *
   * @return failed with a {@link StoreException} whose message says what to do
   */
  Future<Void> open();

  /** Objects, rows, classes and gains. */
  ObjectStore objects();

  /** Statuses, and submissions that are not done. */
  StatusStore statuses();

  /** Resources and secrets. */
  Catalog catalog();

  /** Small named values that outlive a node. */
  Checkpoints checkpoints();

  /** The chained record of administration. */
  AuditLog audit();

  /**
   * Copies everything that is committed when it begins to a file beside the data; one at a time.
   *
   * @param name the file's name, not taken yet: letters, digits, {@code .}, {@code _}, {@code -}
   * @return once it is whole and durable; failed with {@code REFUSED} for such a name
   */
  Future<BackupFile> backup(String name);

  /** Everything that is kept, looked at as a whole. */
  Inspection inspection();

  /** Finishes what was begun and releases the store. */
  Future<Void> close();
}
