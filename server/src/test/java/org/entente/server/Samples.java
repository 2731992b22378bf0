// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Bodies to be pushed. */
final class Samples {
  private Samples() {}

  /** The id of {@link #indicator}. */
  static String id(int number) {
    return "indicator--00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** A good object. */
  static String indicator(int number) {
    return indicator(number, "\"name\":\"n\"");
  }

  /** An object that is good as far as one property is. */
  static String indicator(int number, String property) {
    return "{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\""
        + id(number)
        + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\","
        + "\"pattern\":\"[ipv4-addr:value = '203.0.113.7']\",\"pattern_type\":\"stix\","
        + "\"valid_from\":\"2026-01-01T00:00:00Z\","
        + property
        + "}";
  }

  /** A good object of about so many bytes. */
  static String large(int number, int bytes) {
    return indicator(number, "\"description\":\"" + "d".repeat(bytes) + "\"");
  }

  static byte[] envelope(String... objects) {
    return utf8("{\"objects\":[" + String.join(",", objects) + "]}");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
