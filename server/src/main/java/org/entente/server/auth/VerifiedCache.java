// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What was presented and found right, under a keyed hash of it. An entry says only which verifier
 * it was checked against: whether that one still holds is asked at every request.
 */
final class VerifiedCache {
  private static final int MAX_ENTRIES = 50_000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int KEY_BYTES = 32;

  private final MessageDigest keyed = SecretFactory.digest();
  private final Cache<ByteBuffer, Verified> entries;

  VerifiedCache(RandomGenerator random, LongSupplier ticker) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    keyed.update(key);
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .ticker(ticker::getAsLong)
            .expireAfterAccess(KEPT)
            .build();
  }

  /**
   * What a presented text was checked against.
   *
   * @param credentialId whose it is
   * @param password whether it is a password
   * @param verifier the encoded hash of the password, or the key id of the secret
   */
  record Verified(String credentialId, boolean password, String verifier) {}

  /** The name of a presented text in this cache. */
  ByteBuffer name(String presented) {
    try {
      MessageDigest digest = (MessageDigest) keyed.clone();
      return ByteBuffer.wrap(digest.digest(presented.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
    }
  }

  @Nullable Verified get(ByteBuffer name) {
    return entries.getIfPresent(name);
  }

  void put(ByteBuffer name, Verified verified) {
    entries.put(name, verified);
  }

  void remove(ByteBuffer name) {
    entries.invalidate(name);
  }
}
