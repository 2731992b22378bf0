// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private RateLimits limits(Optional<Rate> requests, Optional<Rate> bytes, Optional<Rate> objects) {
    return new RateLimits(requests, bytes, objects, nanos::get);
  }

  @Test
  void request_withinTheBurst_passesThenWaitsForOneToken() {
    RateLimits limits = limits(Optional.of(Rate.perMinute(10)), Optional.empty(), Optional.empty());
    for (int i = 0; i < 10; i++) {
      assertThat(limits.request("a/b")).isZero();
    }
    assertThat(limits.request("a/b")).isEqualTo(Duration.ofSeconds(6));
    assertThat(limits.request("a/c")).isZero();
    pass(Duration.ofSeconds(6));
    assertThat(limits.request("a/b")).isZero();
    assertThat(limits.request("a/b")).isPositive();
    pass(Duration.ofHours(1));
    for (int i = 0; i < 10; i++) {
      assertThat(limits.request("a/b")).isZero();
    }
    assertThat(limits.request("a/b")).isPositive();
  }

  @Test
  void charge_moreThanIsLeft_makesTheNextRequestPayForIt() {
    RateLimits limits =
        limits(Optional.empty(), Optional.empty(), Optional.of(Rate.perMinute(100)));
    assertThat(limits.request("a/b")).isZero();
    limits.charge("a/b", 1, 250);
    Duration wait = limits.request("a/b");
    assertThat(wait).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    pass(wait);
    assertThat(limits.request("a/b")).isZero();
  }

  @Test
  void request_withoutLimits_neverWaits() {
    RateLimits limits = limits(Optional.empty(), Optional.empty(), Optional.empty());
    limits.charge("a/b", Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(limits.request("a/b")).isZero();
  }

  @Test
  void charge_hugeAmounts_neitherOverflowNorForgive() {
    RateLimits limits = limits(Optional.empty(), Optional.of(Rate.perMinute(1)), Optional.empty());
    limits.charge("a/b", Long.MAX_VALUE, 0);
    limits.charge("a/b", Long.MAX_VALUE, 0);
    limits.charge("a/b", Long.MAX_VALUE, 0);
    limits.charge("a/b", Long.MAX_VALUE, 0);
    limits.charge("a/b", Long.MAX_VALUE, 0);
    assertThat(limits.request("a/b")).isPositive();
  }
}
