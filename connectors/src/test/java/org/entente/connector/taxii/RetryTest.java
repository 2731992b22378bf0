// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void pause_failuresInARow_doublesUpToTheLongest() {
    RetryPolicy policy = RetryPolicy.DEFAULT;

    assertThat(policy.pause(1, 1)).hasMillis(500);
    assertThat(policy.pause(2, 1)).hasMillis(1000);
    assertThat(policy.pause(3, 0)).hasMillis(1000);
    assertThat(policy.pause(4, 0.5)).hasMillis(3000);
    assertThat(policy.pause(60, 1)).isEqualTo(policy.longest());
  }

  @Test
  void retryAfter_secondsOrDate_isRead() {
    assertThat(RetryAfter.parse("120", NOW)).hasMinutes(2);
    assertThat(RetryAfter.parse("Sun, 1 Mar 2026 12:00:30 GMT", NOW)).hasSeconds(30);
    assertThat(RetryAfter.parse("Sun, 1 Mar 2026 11:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
  }

  @Test
  void retryAfter_somethingElse_isNone() {
    for (String header : new String[] {"-1", "soon", "", "1.5", "99999999999999"}) {
      assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
