// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.server.command.AdminFiles;
import org.entente.server.config.Config;

/** What a running server leaves in its data folder for the commands that talk to it. */
final class AdminLeftovers {
  private AdminLeftovers() {}

  static void write(Path data, URI management, Config config) {
    AdminFiles files = new AdminFiles(data);
    try {
      Files.writeString(files.url(), management + System.lineSeparator());
      Files.deleteIfExists(files.certificate());
      if (!config.network().listen().plain()) {
        Path certificate = config.network().tls().certificate().orElse(data.resolve("tls.crt"));
        // Where it changes, commands are to see what the listener sees.
        Files.createSymbolicLink(files.certificate(), certificate.toAbsolutePath());
      }
    } catch (IOException failed) {
      throw new CommandFailure("the data folder cannot be written: " + failed.getMessage());
    }
  }
}
