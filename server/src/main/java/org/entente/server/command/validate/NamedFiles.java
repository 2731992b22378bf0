// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that names stand for: themselves, and those of STIX in folders, in order. */
final class NamedFiles {
  private static final Pattern STIX =
      Pattern.compile("[^.].*[.](json|jsonl|ndjson|stix|stix2|xml)([.]gz)?");

  private NamedFiles() {}

  static List<String> of(List<String> names) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      Path path = Path.of(name);
      if (name.equals("-") || !Files.isDirectory(path)) {
        files.add(name);
        continue;
      }
      try (Stream<Path> all = Files.walk(path)) {
        all.filter(Files::isRegularFile)
            .filter(file -> STIX.matcher(file.getFileName().toString()).matches())
            .map(Path::toString)
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }
}
