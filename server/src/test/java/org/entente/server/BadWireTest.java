// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.entente.server.http.ListenersSettings;
import org.entente.server.http.wire.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper HTTP, or comes too slowly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadWireTest {
  static final Patience HASTY =
      new Patience(
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          1024,
          Duration.ofSeconds(30));
  private static final String PUSH = "Content-Type: " + LiveServer.TAXII + "\r\n";

  private LiveServer server;
  private String secret;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    server = LiveServer.plan(data).listeners(BadWireTest::hasty).start();
    secret = server.secret("acme/soc");
    assertThat(server.post(secret, envelope(indicator(1))).status()).isEqualTo(202);
  }

  static ListenersSettings hasty(ListenersSettings usual) {
    return new ListenersSettings(usual.config(), 1, HASTY, usual.reload(), usual.grace());
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void onlyWhatWasAcknowledgedIsThere() throws Exception {
    var objects = server.get(INDICATORS, secret).json().getJsonArray("objects");
    assertThat(objects).hasSize(1);
    assertThat(objects.getJsonObject(0).getString("id")).isEqualTo(Samples.id(1));
  }

  private static void refused(RawAnswer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo(LiveServer.TAXII);
    JsonObject error = answer.json();
    assertThat(error.getString("title")).isNotEmpty();
    assertThat(error.getString("http_status")).isEqualTo(Integer.toString(status));
    assertThat(error.getString("error_id")).isNotEmpty();
  }

  private RawSocket begin(String headers) throws Exception {
    return RawSocket.to(server.partners())
        .send(LiveServer.head("POST", INDICATORS, secret) + PUSH + headers + "\r\n");
  }

  private static void over(RawSocket socket) {
    assertThat(socket.rest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 3\r\n",
        "Content-Length: 2, 3\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: +2\r\n",
        "Content-Length: 0x2\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
        "Transfer-Encoding: chunked, gzip\r\n",
        "Transfer-Encoding: identity, chunked\r\n",
        "Transfer-Encoding: xchunked\r\n"
      })
  void post_twoIdeasOfItsLength_is400AndTheEndOfTheConnection(String headers) throws Exception {
    try (RawSocket socket = begin(headers)) {
      socket.send("{}");
      refused(socket.answer(), 400);
      over(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "GET /taxii2/\r\n\r\n",
        "GET /taxii2/ HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /taxii2/ HTTP/1.1\r\nno colon\r\n\r\n",
        "GET /taxii2/ HTTP/1.1\r\nX-A: a\0b\r\nHost: x\r\n\r\n",
        "GET /taxii2/ HTTP/1.1\r\n\r\n",
        "GET /taxii2/ HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
      })
  void get_whatIsNoHttp_is400AndTheEndOfTheConnection(String request) throws Exception {
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(request);
      refused(socket.answer(), 400);
      over(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 414", "b, 431", "c, 431"})
  void get_lineOrHeadersTooLong_isToldWhich(String kind, int status) throws Exception {
    String longText = "x".repeat(40_000);
    String request =
        switch (kind) {
          case "a" -> "GET /taxii2/?" + longText + " HTTP/1.1\r\nHost: x\r\n\r\n";
          case "b" -> "GET /taxii2/ HTTP/1.1\r\nHost: x\r\nX-Long: " + longText + "\r\n\r\n";
          default -> "GET /taxii2/ HTTP/1.1\r\nHost: x\r\n" + "X-A: b\r\n".repeat(8_000) + "\r\n";
        };
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(request);
      refused(socket.answer(), status);
      over(socket);
    }
  }

  @Test
  void get_headersThatDoNotEnd_is408() throws Exception {
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send("GET /taxii2/ HTTP/1.1\r\nHost: x\r\nAuthoriz");
      refused(socket.answer(), 408);
      over(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000\r\n", "Content-Length: 100000\r\n"})
  void post_bodyThatDoesNotGoOn_is408(String length) throws Exception {
    try (RawSocket socket = begin(length)) {
      socket.send("{\"objects\":[" + indicator(2));
      refused(socket.answer(), 408);
      over(socket);
    }
  }

  @Test
  void post_chunkThatDoesNotGoOn_is408() throws Exception {
    try (RawSocket socket = begin("Transfer-Encoding: chunked\r\n")) {
      socket.send("fff\r\n{\"objects\":[" + indicator(2));
      refused(socket.answer(), 408);
      over(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5000\r\n", "Transfer-Encoding: chunked\r\n"})
  void post_cutOffWhileTheAnswerIsAwaited_is400(String length) throws Exception {
    String start = length.startsWith("T") ? "fff\r\n" : "";
    try (RawSocket socket = begin(length)) {
      socket.send(start + "{\"objects\":[" + indicator(2)).endSending();
      refused(socket.answer(), 400);
      over(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 408", "true, 400"})
  void apply_thatDoesNotGoOn_isAProblem(boolean cutOff, int status) throws Exception {
    try (RawSocket socket = RawSocket.to(server.management())) {
      socket.send(LiveServer.head("POST", "/admin/v1/apply", server.adminToken()));
      socket.send("Content-Type: application/yaml\r\nContent-Length: 100\r\n\r\nkind: Mem");
      if (cutOff) {
        socket.endSending();
      }
      RawAnswer answer = socket.answer();
      assertThat(answer.status()).as(answer.text()).isEqualTo(status);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.json().getString("error_id")).isNotEmpty();
      over(socket);
    }
  }

  @Test
  void post_chunkWithoutASize_is400() throws Exception {
    try (RawSocket socket = begin("Transfer-Encoding: chunked\r\n")) {
      socket.send("zz\r\n{}\r\n0\r\n\r\n");
      refused(socket.answer(), 400);
      over(socket);
    }
  }

  @Test
  void post_brokenOff_leavesTheServerWell() throws Exception {
    for (int i = 0; i < 50; i++) {
      begin("Content-Length: 100000\r\n").send("{\"objects\":[" + indicator(2)).close();
    }
    assertThat(server.get("/taxii2/", secret).status()).isEqualTo(200);
  }

  @Test
  void get_thenEndOfSending_isAnsweredAndClosed() throws Exception {
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(LiveServer.head("GET", "/taxii2/", secret) + "\r\n").endSending();
      assertThat(socket.answer().status()).isEqualTo(200);
      over(socket);
    }
  }

  @Test
  void get_severalAtOnce_areAnsweredInOrder() throws Exception {
    String discovery = LiveServer.head("GET", "/taxii2/", secret) + "\r\n";
    String nowhere = LiveServer.head("GET", "/nowhere/", secret) + "\r\n";
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(discovery + nowhere + discovery);
      assertThat(socket.answer().status()).isEqualTo(200);
      assertThat(socket.answer().status()).isEqualTo(404);
      assertThat(socket.answer().status()).isEqualTo(200);
      over(socket);
    }
  }

  @Test
  void post_refusedWithItsBodyUnread_keepsTheConnectionWhereItCan() throws Exception {
    String head = LiveServer.head("POST", INDICATORS, "") + PUSH;
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(head + "Content-Length: 4\r\n\r\n{}{}");
      refused(socket.answer(), 401);
      socket.send(LiveServer.head("GET", "/taxii2/", secret) + "\r\n");
      assertThat(socket.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void post_thatWaitsToBeAsked_isAskedOnlyWhenItMayCome() throws Exception {
    byte[] body = envelope(indicator(1));
    String expect = "Expect: 100-continue\r\nContent-Length: " + body.length + "\r\n\r\n";
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(LiveServer.head("POST", INDICATORS, secret) + PUSH + expect);
      assertThat(socket.interim()).isEqualTo(100);
      socket.send(body);
      assertThat(socket.answer().status()).isEqualTo(202);
    }
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(LiveServer.head("POST", INDICATORS, "") + PUSH + expect);
      refused(socket.answer(), 401);
    }
  }

  @ParameterizedTest
  @CsvSource({"abc-123_x.y:z, true", "'a b', false", "'<x>', false", "'', false"})
  void get_aNameForTheRequest_isReturnedWhenHarmless(String id, boolean same) throws Exception {
    RawAnswer answer =
        server.ask(
            LiveServer.head("GET", "/taxii2/", secret)
                + "Connection: close\r\nX-Request-Id: "
                + id
                + "\r\n\r\n");
    String returned = answer.header("x-request-id");
    assertThat(returned).matches("[A-Za-z0-9._:-]{1,100}");
    assertThat(returned.equals(id)).isEqualTo(same);
  }
}
