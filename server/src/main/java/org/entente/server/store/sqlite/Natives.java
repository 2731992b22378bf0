// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the driver's library is unpacked. */
final class Natives {
  private Natives() {}

  /**
   * Below the data, since nothing else may be writable. Only the first call in a process counts.
   */
  static void unpackTo(DataFiles data) throws IOException {
    Path temporary = Files.createDirectories(data.temporary());
    System.setProperty("org.sqlite.tmpdir", temporary.toString());
  }
}
