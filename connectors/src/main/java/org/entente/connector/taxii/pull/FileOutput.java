// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes to a file, which no other run may write at the same time. */
final class FileOutput implements Output {
  private final FileChannel file;
  private long kept;

  private FileOutput(FileChannel file, long kept) {
    this.file = file;
    this.kept = kept;
  }

  /**
   * Opens a file.
   *
   * @param kept how many bytes of it count; the rest is cut off with the first page
   * @throws IOException if it is shorter than that, or another run writes to it
   */
  static FileOutput open(Path path, long kept) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!lock(file)) {
        throw new IOException("another run writes to `" + path + "`");
      }
      if (file.size() < kept) {
        throw new IOException(
            "`" + path + "` has " + file.size() + " bytes where the cursor file counts " + kept);
      }
      return new FileOutput(file, kept);
    } catch (IOException refused) {
      file.close();
      throw refused;
    }
  }

  /** The lock is gone with the process, however it ends. */
  private static boolean lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  @Override
  public void write(byte[] part, long at) throws IOException {
    put(part, kept + at);
  }

  @Override
  public void keep(long length, byte[] tail) throws IOException {
    kept += length;
    file.truncate(kept);
    put(tail, kept);
    file.force(true);
  }

  @Override
  public void finish(byte[] tail) throws IOException {
    keep(0, tail);
  }

  private void put(byte[] bytes, long at) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      file.write(rest, at + rest.position());
    }
  }

  @Override
  public long length() {
    return kept;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
