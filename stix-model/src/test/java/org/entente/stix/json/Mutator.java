// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Changes bytes in the ways that break readers of JSON, the same way for the same seed. */
final class Mutator {
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u0061",
    "0",
    "-",
    ".",
    "e",
    "1e400",
    "true",
    "null",
    "NaN",
    " ",
    "\n",
    "\0",
    "\ufeff",
    "é",
    "😀",
    "\"objects\":[",
    "\"type\":\"bundle\"",
    "\"id\":\"",
    "\"a\":1,",
    "_ref\":\"",
    "_refs\":[",
    "--",
    "Z",
    "T",
    "60",
  };

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  byte[] mutate(byte[] seed) {
    byte[] bytes = seed;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(1, 20));
    byte[] part = Arrays.copyOfRange(bytes, at, to);
    return switch (random.nextInt(6)) {
      case 0 -> replace(bytes, at, to, new byte[0]);
      case 1 -> replace(bytes, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      case 2 -> replace(bytes, at, to, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      case 3 -> replace(bytes, at, at, part);
      case 4 -> Arrays.copyOf(bytes, at);
      default -> replace(bytes, at, Math.min(bytes.length, at + 1), new byte[] {anyByte()});
    };
  }

  private byte anyByte() {
    return (byte) random.nextInt(256);
  }

  private static byte[] replace(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
