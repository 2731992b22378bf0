// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password or a token, which no text shows. */
public final class ClientSecret {
  private static final int MAX_BYTES = 8192;

  private final String value;

  private ClientSecret(String value) {
    this.value = value;
  }

  /**
   * Takes a secret that is already in memory.
   *
   * @throws IllegalArgumentException if it is empty or holds control characters
   */
  public static ClientSecret of(String value) {
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a secret is one line of printable characters");
    }
    return new ClientSecret(value);
  }

  /**
   * Reads a secret from a file: its only line, without the line end.
   *
   * @param file at most 8,192 bytes of UTF-8
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it does not hold one line
   */
  public static ClientSecret ofFile(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a secret is one line of printable characters");
    }
    return of(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
  }

  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "<hidden>";
  }
}
