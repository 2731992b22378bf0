// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** How often an address has guessed wrong of late. An IPv6 client counts with its whole /64. */
public final class FailedLogins {
  private static final int MAX_ADDRESSES = 100_000;
  private static final int SUBNET_BYTES = 8;

  private final Rate rate;
  private final LongSupplier ticker;
  private final Cache<ByteBuffer, TokenBucket> buckets;

  /**
   * A memory of failures.
   *
   * @param rate how many are let pass
   * @param ticker nanoseconds that only grow
   */
  public FailedLogins(Rate rate, LongSupplier ticker) {
    this.rate = rate;
    this.ticker = ticker;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .ticker(ticker::getAsLong)
            .expireAfterAccess(rate.per().multipliedBy(TokenBucket.MAX_DEBT + 1))
            .build();
  }

  /** How long the address has to wait before it may try again; zero when it need not. */
  public Duration blocked(InetAddress address) {
    if (buckets.estimatedSize() == 0) {
      return Duration.ZERO;
    }
    TokenBucket bucket = buckets.getIfPresent(key(address));
    return bucket == null ? Duration.ZERO : bucket.untilOne(ticker.getAsLong());
  }

  /** Notes a wrong guess, or one that may be wrong. */
  public void failed(InetAddress address) {
    buckets.get(key(address), unused -> new TokenBucket(rate)).take(1, ticker.getAsLong());
  }

  /** Takes one back: what was noted beforehand turned out right. */
  void forgive(InetAddress address) {
    TokenBucket bucket = buckets.getIfPresent(key(address));
    if (bucket != null) {
      bucket.take(-1, ticker.getAsLong());
    }
  }

  private static ByteBuffer key(InetAddress address) {
    byte[] bytes = address.getAddress();
    return ByteBuffer.wrap(
        address instanceof Inet6Address ? Arrays.copyOf(bytes, SUBNET_BYTES) : bytes);
  }
}
