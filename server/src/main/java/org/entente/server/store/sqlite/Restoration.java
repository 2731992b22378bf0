// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.server.store.BackupFile;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.entente.server.store.Watch;

/** Puts a backup into an empty folder, once it has been read and found whole. */
final class Restoration {
  private static final int CHUNK = 1 << 20;

  private Restoration() {}

  static BackupFile place(Path from, DataFiles data, Watch watch) throws IOException {
    if (Files.isDirectory(data.data())) {
      DataLock.free(data.data());
    }
    refuseFull(data);
    BackupFile backup = BackupReader.read(from, true, watch);
    try (DataLock lock = DataLock.take(data.data())) {
      refuseFull(lock.files());
      try (SafeFile database = SafeFile.begin(data.database())) {
        copy(from, database.partial(), backup.bytes(), watch);
        database.finish();
      }
      return new BackupFile(data.database(), backup.bytes(), backup.schema(), backup.record());
    }
  }

  private static void refuseFull(DataFiles data) throws IOException {
    if (!Files.exists(data.data())) {
      return;
    }
    if (!Files.isDirectory(data.data())) {
      throw refused(data, "is no folder");
    }
    Set<Path> ours = Set.of(data.lock());
    try (Stream<Path> entries = Files.list(data.data())) {
      if (entries.anyMatch(entry -> !ours.contains(entry))) {
        throw refused(data, "is not empty: a restore overwrites nothing");
      }
    }
  }

  private static StoreException refused(DataFiles data, String why) {
    return new StoreException(Reason.REFUSED, "`" + data.data() + "` " + why, null);
  }

  private static void copy(Path from, Path to, long whole, Watch watch) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long done = 0;
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
        done += read;
        watch.progress("copying", done, whole);
      }
    }
  }
}
