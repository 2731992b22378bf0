// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.time.Duration;

/**
 * How often and how patiently a request is repeated.
 *
 * @param attempts how often it is sent at most, at least 1
 * @param first the wait before the second attempt, doubled before each further one
 * @param longest the longest wait of the client's own choice
 * @param longestAsked the longest wait that is accepted when the server asks for one
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, Duration longestAsked) {
  /** Six attempts within about 15 seconds; a server may ask for up to 15 minutes. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(6, Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofMinutes(15));

  /** Refuses a policy under which nothing would be sent. */
  public RetryPolicy {
    if (attempts < 1 || first.isNegative() || longest.isNegative()) {
      throw new IllegalArgumentException("at least one attempt and no negative wait");
    }
  }

  /** The same waits with another number of attempts. */
  public RetryPolicy withAttempts(int attempts) {
    return new RetryPolicy(attempts, first, longest, longestAsked);
  }

  /**
   * The wait before an attempt.
   *
   * @param failed how many attempts have failed, from 1
   * @param chance from 0 to 1: half of the wait depends on it, so that clients spread
   */
  Duration pause(int failed, double chance) {
    double doubled = (double) first.toMillis() * Math.pow(2, Math.min(failed - 1, 30));
    double capped = Math.min(doubled, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(capped * (0.5 + chance / 2)));
  }
}
