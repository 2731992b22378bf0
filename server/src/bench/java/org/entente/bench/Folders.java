// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that come and go with a run. */
final class Folders {
  private Folders() {}

  /** An empty folder of a name. */
  static Path fresh(Path folder) {
    try {
      if (Files.exists(folder)) {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
          all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
          Files.delete(path);
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new BenchFailure("cannot empty " + folder, failed);
    }
  }
}
