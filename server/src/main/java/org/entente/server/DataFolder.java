// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that everything is kept in. */
final class DataFolder {
  private DataFolder() {}

  /** Makes it, for its owner alone, unless it is there. */
  static void ensure(Path data) {
    if (Files.isDirectory(data)) {
      return;
    }
    try {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failed) {
      throw new CommandFailure("the data folder cannot be made: " + failed.getMessage());
    }
  }
}
