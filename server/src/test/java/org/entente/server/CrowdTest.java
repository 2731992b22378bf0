// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.large;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.http.ListenersSettings;
import org.entente.server.http.wire.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many connections that do nothing, or take nothing. */
@Timeout(180)
class CrowdTest {
  private static final int CROWD = 1_000;
  private static final int PAGE_BYTES = 4 << 20;

  @TempDir Path data;

  private final List<RawSocket> crowd = new ArrayList<>();

  @AfterEach
  void leave() throws Exception {
    for (RawSocket socket : crowd) {
      socket.close();
    }
  }

  private RawSocket come(URI server) throws Exception {
    RawSocket socket = RawSocket.narrow(server);
    crowd.add(socket);
    return socket;
  }

  private static ListenersSettings patient(ListenersSettings usual, Patience patience) {
    return new ListenersSettings(
        usual.config(), 1, patience, usual.reload(), Duration.ofSeconds(1));
  }

  private static Patience patience(Duration idle, Duration unread) {
    Patience usual = Patience.USUAL;
    return new Patience(
        Duration.ofMillis(50), usual.headers(), idle, usual.body(), usual.pace(), unread);
  }

  @Test
  void get_besideAThousandIdleConnections_isServed() throws Exception {
    try (LiveServer server = LiveServer.start(data)) {
      String secret = server.secret("acme/soc");
      for (int i = 0; i < CROWD; i++) {
        RawSocket unused = come(server.partners());
      }
      assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
      crowd.get(0).send(LiveServer.head("GET", "/taxii2/", secret) + "\r\n");
      assertThat(crowd.get(0).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void connect_thenNothing_isCutOff() throws Exception {
    Patience hasty = patience(Duration.ofMillis(200), Duration.ofSeconds(30));
    try (LiveServer server =
        LiveServer.plan(data).listeners(usual -> patient(usual, hasty)).start()) {
      assertThat(come(server.partners()).rest()).isEmpty();
    }
  }

  @Test
  void connect_oneTooMany_takesThePlaceOfTheLongestIdle() throws Exception {
    LiveServer.Plan plan =
        LiveServer.plan(data)
            .set("limits.connections", "3")
            .listeners(usual -> patient(usual, Patience.USUAL));
    try (LiveServer server = plan.start()) {
      String get = LiveServer.head("GET", "/taxii2/", server.secret("acme/soc")) + "\r\n";
      RawSocket first = come(server.partners());
      RawSocket second = come(server.partners());
      RawSocket third = come(server.partners());
      for (RawSocket socket : List.of(first, second, third)) {
        assertThat(socket.send(get).answer().status()).isEqualTo(200);
      }
      assertThat(first.send(get).answer().status()).isEqualTo(200);
      RawSocket fourth = come(server.partners());
      assertThat(fourth.send(get).answer().status()).isEqualTo(200);
      assertThat(second.rest()).isEmpty();
      assertThat(first.send(get).answer().status()).isEqualTo(200);
      assertThat(third.send(get).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void connect_oneTooManyAndNoneIdle_isClosed() throws Exception {
    LiveServer.Plan plan =
        LiveServer.plan(data)
            .set("limits.connections", "2")
            .listeners(usual -> patient(usual, Patience.USUAL));
    try (LiveServer server = plan.start()) {
      String secret = server.secret("acme/soc");
      String push = LiveServer.head("POST", INDICATORS, secret) + "Expect: 100-continue\r\n";
      String type = "Content-Type: " + LiveServer.TAXII + "\r\nContent-Length: 9\r\n\r\n";
      for (int i = 0; i < 2; i++) {
        assertThat(come(server.partners()).send(push + type).interim()).isEqualTo(100);
      }
      assertThat(come(server.partners()).rest()).isEmpty();
    }
  }

  private static void fill(LiveServer server, String secret) throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(server.post(secret, envelope(large(i, PAGE_BYTES / 8))).status()).isEqualTo(202);
    }
  }

  @Test
  void get_besideAThousandReadersThatStopReading_is503ThenServedAgain() throws Exception {
    Patience hasty = patience(Duration.ofSeconds(75), Duration.ofSeconds(3));
    LiveServer.Plan plan =
        LiveServer.plan(data)
            .set("limits.unsent_bytes", "32MiB")
            .listeners(usual -> patient(usual, hasty));
    try (LiveServer server = plan.start()) {
      String secret = server.secret("acme/soc");
      fill(server, secret);
      String get = LiveServer.head("GET", INDICATORS, secret) + "\r\n";
      for (int i = 0; i < CROWD; i++) {
        come(server.partners()).send(get);
      }
      RawAnswer full = server.get(INDICATORS, secret);
      assertThat(full.status()).isEqualTo(503);
      assertThat(Integer.parseInt(full.header("retry-after"))).isPositive();
      assertThat(full.json().getString("error_id")).isNotEmpty();
      assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
      RawAnswer after = server.get(INDICATORS, secret);
      while (after.status() == 503) {
        after = server.get(INDICATORS, secret);
      }
      assertThat(after.status()).isEqualTo(200);
      assertThat(after.body().length).isGreaterThan(PAGE_BYTES);
      // The first that stopped is the first that was cut off: only now may it look.
      assertThat(crowd.get(0).rest().length).isLessThan(PAGE_BYTES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/member/v1/policies"})
  void get_answersThatNobodyTakes_areCutOff(String path) throws Exception {
    Patience hasty = patience(Duration.ofMillis(200), Duration.ofMillis(200));
    try (LiveServer server =
        LiveServer.plan(data).listeners(usual -> patient(usual, hasty)).start()) {
      String secret = server.secret("acme/soc");
      String requests = (LiveServer.head("GET", path, secret) + "\r\n").repeat(1000);
      RawSocket reader = come(server.partners());
      assertThatThrownBy(() -> sendForEver(reader, requests)).isInstanceOf(IOException.class);
      assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
    }
  }

  private static void sendForEver(RawSocket socket, String requests) throws IOException {
    while (true) {
      socket.send(requests);
    }
  }

  @Test
  void stop_besideReadersThatStopReading_waitsForThemNoLongerThanForAnybody() throws Exception {
    Patience patient = patience(Duration.ofSeconds(75), Duration.ofHours(1));
    LiveServer server = LiveServer.plan(data).listeners(usual -> patient(usual, patient)).start();
    String secret = server.secret("acme/soc");
    fill(server, secret);
    RawSocket reader = come(server.partners());
    reader.send(LiveServer.head("GET", INDICATORS, secret) + "\r\n");
    assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
    server.close();
    assertThat(reader.rest().length).isLessThan(PAGE_BYTES);
  }
}
