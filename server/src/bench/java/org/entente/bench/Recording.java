// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer of the exchange, kept to be sent by somebody who does nothing else.
 *
 * @param status the HTTP status
 * @param headers all but Connection and Transfer-Encoding
 * @param body the bytes, compressed where the headers say so
 */
record Recording(int status, Map<String, String> headers, byte[] body) {

  static Recording of(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .head()
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              String name = line.substring(0, colon).strip();
              if (!name.equalsIgnoreCase("connection")
                  && !name.equalsIgnoreCase("transfer-encoding")) {
                headers.put(name, line.substring(colon + 1).strip());
              }
            });
    return new Recording(answer.status(), headers, answer.bytes());
  }

  static void write(Path folder, List<Recording> recordings) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < recordings.size(); i++) {
        Recording recording = recordings.get(i);
        StringBuilder head = new StringBuilder().append(recording.status()).append('\n');
        recording
            .headers()
            .forEach((name, value) -> head.append(name).append(": ").append(value).append('\n'));
        String name = String.format("%06d", i);
        Files.writeString(folder.resolve(name + ".head"), head);
        Files.write(folder.resolve(name + ".body"), recording.body());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static List<Recording> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".head"))
          .sorted()
          .map(Recording::one)
          .toList();
    }
  }

  private static Recording one(Path head) {
    try {
      List<String> lines = Files.readAllLines(head, StandardCharsets.ISO_8859_1);
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 2));
      }
      Path body = Path.of(head.toString().replaceFirst("head$", "body"));
      return new Recording(Integer.parseInt(lines.get(0)), headers, Files.readAllBytes(body));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
