// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/** The right to a folder of data: one process at a time, given up when it ends however it ends. */
final class DataLock implements AutoCloseable {
  private final DataFiles files;
  private final FileChannel channel;

  private DataLock(DataFiles files, FileChannel channel) {
    this.files = files;
    this.channel = channel;
  }

  /** What nobody else uses. */
  DataFiles files() {
    return files;
  }

  /** Fails when somebody has it; makes nothing. */
  static void free(Path data) throws IOException {
    if (Files.exists(new DataFiles(data).lock())) {
      take(data).close();
    }
  }

  static DataLock take(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(
            new DataFiles(data).lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataLock(new DataFiles(data), channel);
      }
    } catch (OverlappingFileLockException here) {
      channel.close();
      throw taken(data, here);
    }
    channel.close();
    throw taken(data, null);
  }

  private static StoreException taken(Path data, @Nullable Throwable cause) {
    return new StoreException(
        Reason.LOCKED,
        "another process uses `" + data + "`: stop it, or choose another folder by --data",
        cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
