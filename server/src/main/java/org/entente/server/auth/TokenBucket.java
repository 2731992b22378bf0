// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets an amount through per period, in bursts of at most one period's amount. What is only known
 * afterwards may be taken beyond what is left: the bucket is then in debt until time has paid it.
 */
final class TokenBucket {
  /** No debt takes longer to pay than so many periods. */
  static final int MAX_DEBT = 10;

  private final double nanosPerToken;
  private final long burst;

  /** The moment at which it is full again; what lies further ahead than a burst is debt. */
  private final AtomicLong fullAt = new AtomicLong(Long.MIN_VALUE);

  TokenBucket(Rate rate) {
    this.burst = rate.per().toNanos();
    this.nanosPerToken = (double) burst / rate.amount();
  }

  /** How long until one more token is there; zero when it is. */
  Duration untilOne(long nowNanos) {
    long wait = fullAt.get() - nowNanos - burst + (long) nanosPerToken;
    return fullAt.get() <= nowNanos || wait <= 0 ? Duration.ZERO : Duration.ofNanos(wait);
  }

  /** Takes tokens, into debt if need be; a negative number gives some back. */
  void take(long tokens, long nowNanos) {
    long cost = (long) Math.min(tokens * nanosPerToken, (double) burst * MAX_DEBT);
    long most = nowNanos + burst * MAX_DEBT;
    long unused = fullAt.updateAndGet(full -> Math.min(Math.max(full, nowNanos) + cost, most));
  }
}
