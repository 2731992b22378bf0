// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;

/**
 * A file that gets its name when it is whole and durable. Until then it is beside it, under a name
 * that ends in {@code .partial}; only its owner may read it.
 */
final class SafeFile implements AutoCloseable {
  private final Path file;
  private final Path partial;

  private SafeFile(Path file, Path partial) {
    this.file = file;
    this.partial = partial;
  }

  /** Begins one, empty; refuses a name that is taken. */
  static SafeFile begin(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(file);
    }
    Path folder = folder(whole);
    if (!Files.isDirectory(folder)) {
      throw new StoreException(Reason.REFUSED, "there is no folder `" + folder + "`", null);
    }
    String name = whole.getFileName() + ".";
    return new SafeFile(whole, Files.createTempFile(folder, name, ".partial"));
  }

  private static StoreException taken(Path file) {
    return new StoreException(
        Reason.REFUSED, "`" + file + "` is there already and is not overwritten", null);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new StoreException(Reason.REFUSED, "`" + file + "` is no name of a file", null);
    }
    return folder;
  }

  /** Where it is written. */
  Path partial() {
    return partial;
  }

  /** Makes it durable and gives it its name. */
  void finish() throws IOException {
    try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    try {
      Files.move(partial, file);
    } catch (FileAlreadyExistsException meanwhile) {
      throw taken(file);
    }
    try (FileChannel folder = FileChannel.open(folder(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(partial);
  }
}
