// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes secrets: {@code ent_}, eight characters that name the key, and 32 random bytes in base62.
 * Only their SHA-256 is kept; at 256 random bits a slower hash would add nothing.
 */
public final class SecretFactory {
  private static final String PREFIX = "ent_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
  private static final int KEY_LENGTH = 8;
  private static final int RANDOM_BYTES = 32;

  /** So many digits hold 256 bits. */
  private static final int RANDOM_LENGTH = 43;

  private static final int LENGTH = PREFIX.length() + KEY_LENGTH + RANDOM_LENGTH;

  private final RandomGenerator random;

  /**
   * A factory.
   *
   * @param random a {@link java.security.SecureRandom} wherever secrets are meant to be secret
   */
  public SecretFactory(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A secret that was just made.
   *
   * @param keyId names it; not secret
   * @param text the secret itself, to be shown once
   * @param sha256 what is kept
   */
  public record NewSecret(String keyId, String text, byte[] sha256) {
    @Override
    public String toString() {
      return "NewSecret[" + keyId + "]";
    }
  }

  /** Makes a secret. */
  public NewSecret create() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < KEY_LENGTH; i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String text = PREFIX + key + base62(new BigInteger(1, bytes));
    return new NewSecret(key.toString(), text, sha256(text));
  }

  private static String base62(BigInteger number) {
    char[] digits = new char[RANDOM_LENGTH];
    BigInteger rest = number;
    for (int i = RANDOM_LENGTH - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      digits[i] = ALPHABET.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(digits);
  }

  /** The key id of what may be a secret; empty when it has not the form of one. */
  public static Optional<String> keyId(String presented) {
    if (presented.length() != LENGTH || !presented.startsWith(PREFIX)) {
      return Optional.empty();
    }
    for (int i = PREFIX.length(); i < LENGTH; i++) {
      if (ALPHABET.indexOf(presented.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(presented.substring(PREFIX.length(), PREFIX.length() + KEY_LENGTH));
  }

  /** What is kept of a secret. */
  public static byte[] sha256(String secret) {
    return digest().digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
