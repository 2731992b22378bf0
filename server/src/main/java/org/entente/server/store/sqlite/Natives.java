// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the driver's library is unpacked. */
final class Natives {
  private static final long ROOM = 8L << 20;

  private Natives() {}

  /**
   * Below the data, since nothing else may be writable; elsewhere when the disk is full, so that a
   * backup can still be made. Only the first call in a process counts.
   */
  static void unpackTo(DataFiles data) throws IOException {
    Path folder = Files.createDirectories(data.data());
    if (Files.getFileStore(folder).getUsableSpace() >= ROOM) {
      Path temporary = Files.createDirectories(data.temporary());
      System.setProperty("org.sqlite.tmpdir", temporary.toString());
    }
  }
}
