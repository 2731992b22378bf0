// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.time.Duration;

/**
 * How much is let through in a period.
 *
 * @param amount at least 1
 * @param per the period, longer than zero
 */
public record Rate(long amount, Duration per) {
  /** Refuses what lets nothing through. */
  public Rate {
    if (amount < 1 || per.isZero() || per.isNegative()) {
      throw new IllegalArgumentException("a rate lets something through in a period");
    }
  }

  /** So much a minute. */
  public static Rate perMinute(long amount) {
    return new Rate(amount, Duration.ofMinutes(1));
  }
}
