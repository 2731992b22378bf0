// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a demo keeps its data.
 *
 * @param path the folder
 * @param fleeting whether it was made for this demo alone
 */
record DemoFolder(Path path, boolean fleeting) {

  static DemoFolder of(@Nullable Path named) throws IOException {
    return named == null
        ? new DemoFolder(Files.createTempDirectory("entente-demo-"), true)
        : new DemoFolder(Files.createDirectories(named.toAbsolutePath()), false);
  }

  /** Removes it, if it was made for this demo alone; what cannot be removed stays. */
  void remove() {
    if (!fleeting) {
      return;
    }
    try {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(path)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      // a folder for temporary files is swept by the system
    }
  }
}
