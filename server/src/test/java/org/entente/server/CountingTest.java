// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server counts. */
class CountingTest {
  @TempDir Path data;

  private static String metrics(LiveServer server) throws Exception {
    try (RawSocket socket = RawSocket.to(server.management())) {
      String get = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      return socket.send(get).answer().text();
    }
  }

  @Test
  void metrics_afterAPushAndItsRepetition_tellWhatBecameOfEachObject() throws Exception {
    try (LiveServer server = LiveServer.start(data)) {
      String secret = server.secret("acme/soc");
      byte[] body = envelope(indicator(1), indicator(2), "{\"type\":\"indicator\"}");
      assertThat(server.post(secret, body).status()).isEqualTo(202);
      assertThat(server.post(secret, body).status()).isEqualTo(202);
      assertThat(server.get(INDICATORS, secret).status()).isEqualTo(200);

      assertThat(metrics(server))
          .contains(
              "entente_objects_received_total{outcome=\"added\"} 2.0",
              "entente_objects_received_total{outcome=\"present\"} 2.0",
              "entente_objects_received_total{outcome=\"failed\"} 2.0",
              "entente_commit_seconds_count 2",
              "entente_commit_objects_sum 4.0",
              "entente_objects_served_total 2.0");
    }
  }

  @Test
  void metrics_afterRefusals_nameTheBound() throws Exception {
    LiveServer.Plan plan =
        LiveServer.plan(data).set("rate.failed_logins", "1").set("rate.requests", "2");
    try (LiveServer server = plan.start()) {
      String secret = server.secret("acme/soc");
      String post = LiveServer.head("POST", INDICATORS, secret);
      String type = "Content-Type: " + LiveServer.TAXII + "\r\nContent-Length: 999999999\r\n\r\n";
      assertThat(server.ask(post + type).status()).isEqualTo(413);
      assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
      assertThat(server.get("/taxii2/", secret).status()).isEqualTo(429);
      assertThat(server.get("/taxii2/", "wrong").status()).isEqualTo(401);
      assertThat(server.get("/taxii2/", "wrong").status()).isEqualTo(429);

      assertThat(metrics(server))
          .contains(
              "entente_refused_total{bound=\"body\"} 1.0",
              "entente_refused_total{bound=\"rate\"} 1.0",
              "entente_refused_total{bound=\"failed_logins\"} 1.0");
    }
  }
}
