// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.entente.server.store.BackupFile;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;

/** Reads what a backup says of itself, and leaves it as it is. */
final class BackupReader {
  private static final int CACHE_KIB = 16 * 1024;

  private BackupReader() {}

  /**
   * Reads a backup.
   *
   * @param whole whether every page of it is looked at
   */
  static BackupFile read(Path file, boolean whole, Watch watch) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refused(file, "is no file");
    }
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw refused(
          file, "is a database in use, or was copied from one: make a backup by `backup`");
    }
    try (Session session = Session.immutable(file, CACHE_KIB)) {
      int schema = Schema.version(session);
      if (schema == 0) {
        throw refused(file, "is not a backup of an exchange");
      }
      List<String> damages = whole ? Integrity.damages(session, watch) : List.of();
      if (!damages.isEmpty()) {
        throw refused(file, "is damaged (" + damages.get(0) + "): take another backup");
      }
      return new BackupFile(file, Files.size(file), schema, State.record(session));
    } catch (SQLException unreadable) {
      StoreException known = Failures.of(unreadable);
      throw known.reason() == Reason.DAMAGED
          ? refused(file, "is damaged or not a backup: take another backup")
          : known;
    }
  }

  private static StoreException refused(Path file, String why) {
    return new StoreException(Reason.REFUSED, "`" + file + "` " + why, null);
  }
}
