// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A secret that prints as {@code <hidden>}, has no property that a serialiser could find, and is
 * compared in constant time.
 */
public final class Secret {
  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  /** The secret that a text is. */
  public static Secret of(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  /** The secret itself, for the one call that sends or checks it. */
  public String reveal() {
    return new String(value, UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
  }

  /** The same for all: a hash that differs would tell something about the secret. */
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "<hidden>";
  }
}
