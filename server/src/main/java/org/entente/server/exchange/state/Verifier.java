// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

/**
 * What is kept of a secret, as text: a kind, when it was made, and a hash.
 *
 * @param password whether it is a person's password, argon2id, rather than a secret's SHA-256
 * @param issued when it was made, microseconds since the epoch
 * @param hash hexadecimal, or in PHC form
 */
public record Verifier(boolean password, long issued, String hash) {
  private static final String PASSWORD = "argon2id";

  /** The text that is stored. */
  public String text() {
    return (password ? PASSWORD : "sha256") + ' ' + issued + ' ' + hash;
  }

  /** Reads {@link #text()} back. */
  public static Verifier parse(String text) {
    String[] words = text.split(" ", 3);
    return new Verifier(words[0].equals(PASSWORD), Long.parseLong(words[1]), words[2]);
  }
}
