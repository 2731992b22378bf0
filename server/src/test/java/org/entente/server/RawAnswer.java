// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer of HTTP/1.1 as it came.
 *
 * @param status the number of its first line
 * @param headers its header lines
 * @param body its body, as sent
 */
record RawAnswer(int status, List<String> headers, byte[] body) {
  String header(String name) {
    String prefix = name + ": ";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonObject json() {
    return new JsonObject(text());
  }
}
