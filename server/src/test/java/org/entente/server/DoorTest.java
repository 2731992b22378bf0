// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, over real sockets. */
class DoorTest {
  private static final String PAGE = INDICATORS + "?limit=1";

  @TempDir Path data;

  private LiveServer server;
  private String secret;

  @BeforeEach
  void start() throws Exception {
    server = LiveServer.start(data);
    secret = server.secret("acme/soc");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static void refused(RawAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.headers())
        .contains(
            "WWW-Authenticate: Basic realm=\"entente\", charset=\"UTF-8\"",
            "WWW-Authenticate: Bearer realm=\"entente\"");
    assertThat(answer.header("content-type")).isEqualTo(LiveServer.TAXII);
    assertThat(answer.json().getString("error_id")).isNotEmpty();
    assertThat(answer.json().getString("http_status")).isEqualTo("401");
  }

  private RawAnswer with(String header) throws Exception {
    return server.ask(
        "GET /taxii2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Test
  void get_theSecretInEachScheme_isServed() throws Exception {
    assertThat(with("Authorization: Bearer " + secret).status()).isEqualTo(200);
    assertThat(with("Authorization: Token " + secret).status()).isEqualTo(200);
    assertThat(with("X-API-Key: " + secret).status()).isEqualTo(200);
    assertThat(with(basic("acme/soc", secret)).status()).isEqualTo(200);
    assertThat(with(basic("", secret)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: 1",
        "Authorization: Bearer ent_wrong",
        "Authorization: Basic !!!",
        "Authorization: Basic bm9jb2xvbg==",
        "Authorization: Digest username=\"x\"",
        "Authorization: ",
        "X-API-Key: wrong"
      })
  void get_nothingRight_is401WithChallenges(String header) throws Exception {
    refused(with(header));
  }

  @Test
  void post_withoutCredentials_is401WhateverTheBody() throws Exception {
    refused(server.post("", envelope(indicator(1))));
    refused(server.post("", "Content-Type: text/html", "<".getBytes(StandardCharsets.UTF_8)));
    String there = LiveServer.head("POST", INDICATORS, "");
    String elsewhere = LiveServer.head("POST", "/exchange/collections/none/objects/", "");
    String huge = "Content-Length: 999999999999\r\n\r\n";
    RawAnswer first = server.ask(there + huge);
    RawAnswer second = server.ask(elsewhere + huge);
    refused(first);
    refused(second);
    assertThat(first.json().getString("description"))
        .isEqualTo(second.json().getString("description"));
  }

  private String secondPage() throws Exception {
    assertThat(server.post(secret, envelope(indicator(1), indicator(2), indicator(3))).status())
        .isEqualTo(202);
    JsonObject first = server.get(PAGE, secret).json();
    assertThat(first.getBoolean("more")).isTrue();
    return PAGE + "&next=" + first.getString("next");
  }

  @Test
  void get_revokedWithinAPagingRun_is401FromTheNextPageOn() throws Exception {
    String second = secondPage();
    assertThat(server.get(second, secret).status()).isEqualTo(200);
    RawAnswer revoked =
        server.admin("DELETE", "/members/acme/credentials/soc/secrets", "application/json", "");
    assertThat(revoked.status()).isEqualTo(204);
    refused(server.get(second, secret));
    String fresh = server.secret("acme/soc");
    assertThat(server.get(second, fresh).status()).isEqualTo(200);
  }

  @Test
  void get_rotatedAndExpiredWithinAPagingRun_is401FromTheNextPageOn() throws Exception {
    String second = secondPage();
    RawAnswer rotated =
        server.admin(
            "POST", "/members/acme/credentials/soc/secrets?overlap=PT1H", "application/json", "");
    String fresh = rotated.json().getString("secret");
    assertThat(server.get(second, secret).status()).isEqualTo(200);
    server.pass(Duration.ofMinutes(61));
    refused(server.get(second, secret));
    assertThat(server.get(second, fresh).status()).isEqualTo(200);
  }

  @Test
  void post_suspendedWhileTheBodyComes_is403() throws Exception {
    byte[] body = envelope(indicator(1));
    String head =
        LiveServer.head("POST", INDICATORS, secret)
            + "Expect: 100-continue\r\nContent-Type: "
            + LiveServer.TAXII
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    String members = Files.readString(Path.of("../config/communities/sample/members.yaml"));
    String suspended = members.replaceFirst("status: active", "status: suspended");
    try (RawSocket socket = RawSocket.to(server.partners())) {
      assertThat(socket.send(head).interim()).isEqualTo(100);
      RawAnswer applied = server.admin("POST", "/apply", "application/yaml", suspended);
      assertThat(applied.status()).as(applied.text()).isEqualTo(200);
      RawAnswer answer = socket.send(body).answer();
      assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }
  }

  @Test
  void get_guesses_getTooManyWhileTheRightSecretGoesOn() throws Exception {
    assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
    RawAnswer answer = with("Authorization: Bearer guess");
    for (int i = 0; i < 9; i++) {
      refused(answer);
      answer = with(basic("acme/soc", "guess" + i));
    }
    refused(answer);
    RawAnswer blocked = with("Authorization: Bearer guess");
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(Integer.parseInt(blocked.header("retry-after"))).isBetween(1, 60);
    assertThat(blocked.json().getString("error_id")).isNotEmpty();
    assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
    String neighbour = server.secret("borealis/soc");
    assertThat(server.get("/taxii2/", neighbour).status()).isEqualTo(200);
    server.pass(Duration.ofSeconds(Integer.parseInt(blocked.header("retry-after"))));
    refused(with("Authorization: Bearer guess"));
  }
}
