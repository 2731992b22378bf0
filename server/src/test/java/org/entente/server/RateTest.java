// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one credential may ask for, send and read in a minute. */
class RateTest {
  @TempDir Path data;

  /** Refused until the time has passed that the answer names; others are not. */
  private static void isUsedUp(LiveServer server, String secret) throws Exception {
    RawAnswer many = server.get("/taxii2/", secret);
    assertThat(many.status()).isEqualTo(429);
    assertThat(many.header("content-type")).isEqualTo(LiveServer.TAXII);
    assertThat(many.json().getString("error_id")).isNotEmpty();
    assertThat(server.get("/taxii2/", server.secret("acme/portal")).status()).isEqualTo(200);
    assertThat(server.get("/taxii2/", "").status()).isEqualTo(401);
    server.pass(Duration.ofSeconds(Long.parseLong(many.header("retry-after"))));
    assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
  }

  @Test
  void get_moreOftenThanItMay_is429UntilItMay() throws Exception {
    try (LiveServer server = LiveServer.plan(data).set("rate.requests", "3").start()) {
      String secret = server.secret("acme/soc");
      for (int i = 0; i < 3; i++) {
        assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
      }
      isUsedUp(server, secret);
    }
  }

  @Test
  void post_moreBytesThanItMay_is429UntilItMay() throws Exception {
    try (LiveServer server = LiveServer.plan(data).set("rate.bytes", "1KiB").start()) {
      String secret = server.secret("acme/soc");
      byte[] body = envelope(indicator(1), indicator(2), indicator(3), indicator(4));
      assertThat(body.length).isGreaterThan(1024);
      assertThat(server.post(secret, body).status()).isEqualTo(202);
      isUsedUp(server, secret);
    }
  }

  @Test
  void get_moreObjectsThanItMay_is429UntilItMay() throws Exception {
    try (LiveServer server = LiveServer.plan(data).set("rate.objects", "5").start()) {
      String secret = server.secret("acme/soc");
      byte[] body = envelope(indicator(1), indicator(2), indicator(3));
      assertThat(server.post(secret, body).status()).isEqualTo(202);
      assertThat(server.get(INDICATORS, secret).status()).isEqualTo(200);
      isUsedUp(server, secret);
    }
  }
}
