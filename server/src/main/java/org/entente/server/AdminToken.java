// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file with the first token. */
final class AdminToken {
  private static final String FILE = "admin.token";

  private final Path file;

  AdminToken(Path data) {
    file = data.resolve(FILE);
  }

  /** Writes it for the owner's eyes only. */
  Path write(String token) {
    try {
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
      Files.deleteIfExists(file);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      return Files.writeString(file, token + System.lineSeparator());
    } catch (IOException failed) {
      throw new CommandFailure("the first token cannot be written: " + failed.getMessage());
    }
  }
}
