// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.entente.server.store.BackupFile;
import org.entente.server.store.Watch;

/**
 * Writes backups while others read and write. The copy is made row by row rather than page by page,
 * so that nothing that was deleted is in it, and reads all that it copies.
 */
final class BackupWriter {
  private static final int CACHE_KIB = 4096;

  private BackupWriter() {}

  /** Copies what is committed when it begins. */
  static BackupFile write(DataFiles data, Path to, Watch watch) throws IOException, SQLException {
    Path database = data.existing();
    try (SafeFile file = SafeFile.begin(to)) {
      try (Session session = Session.reading(database, CACHE_KIB)) {
        long whole =
            Session.PAGE_BYTES
                * (session.number("PRAGMA page_count", 0)
                    - session.number("PRAGMA freelist_count", 0));
        session.onProgress(() -> watch.progress("copying", size(file.partial()), whole));
        // or SQLite would not write the copy either
        session.set("PRAGMA query_only=0");
        session.update("VACUUM INTO ?", file.partial().toString());
      }
      BackupFile written = BackupReader.read(file.partial(), false, watch);
      file.finish();
      return new BackupFile(to, written.bytes(), written.schema(), written.record());
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unknown) {
      return 0;
    }
  }
}
