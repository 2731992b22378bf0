// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes bytes in the ways that break readers, the same way for the same seed. */
final class Mutator {
  private final RandomGenerator random;
  private final List<String> pieces;

  /**
   * A mutator.
   *
   * @param random what decides
   * @param pieces of what the reader reads, to be strewn in
   */
  Mutator(RandomGenerator random, List<String> pieces) {
    this.random = random;
    this.pieces = pieces;
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
      case 1 -> replace(bytes, at, at, piece());
      case 2 -> replace(bytes, at, to, piece());
      case 3 -> replace(bytes, at, at, part);
      case 4 -> Arrays.copyOf(bytes, at);
      default -> replace(bytes, at, Math.min(bytes.length, at + 1), new byte[] {anyByte()});
    };
  }

  private byte[] piece() {
    return pieces.get(random.nextInt(pieces.size())).getBytes(UTF_8);
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
