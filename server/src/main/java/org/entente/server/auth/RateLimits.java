// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How often each credential may ask, and how much it may send and be sent. What an answer holds is
 * known only afterwards: it is charged then, and the next request waits.
 */
public final class RateLimits {
  private static final int MAX_CREDENTIALS = 100_000;

  private final LongSupplier ticker;
  private final Optional<LoadingCache<String, TokenBucket>> requests;
  private final Optional<LoadingCache<String, TokenBucket>> bytes;
  private final Optional<LoadingCache<String, TokenBucket>> objects;
  private final List<LoadingCache<String, TokenBucket>> all;

  /**
   * Limits; each may be absent.
   *
   * @param requests how many requests
   * @param bytes how many bytes of bodies that it sends
   * @param objects how many objects that it sends or is sent
   * @param ticker nanoseconds that only grow
   */
  public RateLimits(
      Optional<Rate> requests, Optional<Rate> bytes, Optional<Rate> objects, LongSupplier ticker) {
    this.ticker = ticker;
    this.requests = requests.map(this::buckets);
    this.bytes = bytes.map(this::buckets);
    this.objects = objects.map(this::buckets);
    this.all =
        Stream.of(this.requests, this.bytes, this.objects).flatMap(Optional::stream).toList();
  }

  private LoadingCache<String, TokenBucket> buckets(Rate rate) {
    return Caffeine.newBuilder()
        .maximumSize(MAX_CREDENTIALS)
        .ticker(ticker::getAsLong)
        .expireAfterAccess(rate.per().multipliedBy(TokenBucket.MAX_DEBT + 1))
        .build(unused -> new TokenBucket(rate));
  }

  /**
   * Counts one request.
   *
   * @return how long the credential has to wait instead; zero when it may go on
   */
  public Duration request(String credentialId) {
    if (all.isEmpty()) {
      return Duration.ZERO;
    }
    long now = ticker.getAsLong();
    Duration wait = Duration.ZERO;
    for (LoadingCache<String, TokenBucket> buckets : all) {
      Duration here = buckets.get(credentialId).untilOne(now);
      wait = here.compareTo(wait) > 0 ? here : wait;
    }
    if (wait.isZero()) {
      requests.ifPresent(buckets -> buckets.get(credentialId).take(1, now));
    }
    return wait;
  }

  /** Charges what a request came to. */
  public void charge(String credentialId, long bodyBytes, long objectCount) {
    long now = ticker.getAsLong();
    bytes.ifPresent(buckets -> buckets.get(credentialId).take(bodyBytes, now));
    objects.ifPresent(buckets -> buckets.get(credentialId).take(objectCount, now));
  }
}
