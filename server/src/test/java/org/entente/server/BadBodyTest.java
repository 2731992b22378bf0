// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.gzip;
import static org.entente.server.Samples.indicator;
import static org.entente.server.Samples.utf8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are wrong: each its answer, and nothing of it stored beside what was there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodyTest {
  private static final int GOOD = 1;
  private static final int OTHER = 2;

  private LiveServer server;
  private String secret;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    server = LiveServer.plan(data).set("limits.envelope", "16MiB").start();
    secret = server.secret("acme/soc");
    assertThat(server.post(secret, envelope(indicator(GOOD))).status()).isEqualTo(202);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  /** Whatever came, what was acknowledged is there, and nothing of what was refused. */
  @AfterEach
  void nothingElseIsStored() throws Exception {
    JsonArray objects = server.get(LiveServer.INDICATORS, secret).json().getJsonArray("objects");
    assertThat(objects.stream().map(object -> ((JsonObject) object).getString("id")))
        .containsExactly(Samples.id(GOOD));
  }

  private void refused(RawAnswer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo(LiveServer.TAXII);
    assertThat(answer.header("x-request-id")).isNotEmpty();
    JsonObject error = answer.json();
    assertThat(error.getString("title")).isNotEmpty();
    assertThat(error.getString("http_status")).isEqualTo(Integer.toString(status));
    assertThat(error.getString("error_id")).isNotEmpty();
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("org.entente");
  }

  private static Stream<Arguments> bodies() {
    byte[] good = envelope(indicator(OTHER));
    return Stream.of(
        Arguments.of("empty", new byte[0], 400),
        Arguments.of("no JSON", utf8("objects"), 400),
        Arguments.of("truncated in the envelope", Arrays.copyOf(good, good.length - 1), 400),
        Arguments.of("truncated in an object", Arrays.copyOf(good, good.length - 30), 400),
        Arguments.of("two bodies", utf8(new String(good, StandardCharsets.UTF_8) + "{}"), 400),
        Arguments.of("BOM", with(good, 0, 0xef, 0xbb, 0xbf), 400),
        Arguments.of("UTF-16", text(good).getBytes(StandardCharsets.UTF_16), 400),
        Arguments.of("UTF-16 without BOM", text(good).getBytes(StandardCharsets.UTF_16LE), 400),
        Arguments.of("ISO 8859-1", with(good, 20, 0xe4), 400),
        Arguments.of("NUL before", with(good, 0, 0), 400),
        Arguments.of("NUL in a string", with(good, 20, 0), 400),
        Arguments.of("NaN in an object", envelope(indicator(OTHER, "\"x_n\":NaN")), 400),
        Arguments.of("NaN in the envelope", utf8("{\"x\":NaN,\"objects\":[]}"), 400),
        Arguments.of("duplicate key of the envelope", utf8("{\"objects\":[],\"objects\":[]}"), 400),
        Arguments.of(
            "objects twice", utf8("{\"objects\":[" + indicator(OTHER) + "],\"objects\":[]}"), 400),
        Arguments.of("an array", utf8("[" + indicator(OTHER) + "]"), 422),
        Arguments.of("a string", utf8("\"objects\""), 422),
        Arguments.of("a number", utf8("1"), 422),
        Arguments.of("objects is no list", utf8("{\"objects\":{}}"), 422),
        Arguments.of("no objects", utf8("{\"more\":false}"), 422),
        Arguments.of("XML", utf8("<stix:STIX_Package/>"), 400),
        Arguments.of("bundle of nothing", utf8("{\"type\":\"bundle\",\"id\":\"x\"}"), 422),
        Arguments.of("empty envelope", utf8("{}"), 422),
        Arguments.of("empty list", utf8("{\"objects\":[]}"), 422));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] with(byte[] body, int at, int... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(body, 0, at);
    for (int b : more) {
      out.write(b);
    }
    out.write(body, at, body.length - at);
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void post_aBodyThatIsNoEnvelope_isRefusedWhole(String name, byte[] body, int status)
      throws Exception {
    refused(server.post(secret, body), status);
  }

  @Test
  void post_stix1_isNamed() throws Exception {
    RawAnswer answer = server.post(secret, utf8("<?xml version='1.0'?><stix:STIX_Package/>"));
    refused(answer, 400);
    assertThat(answer.text()).contains("STIX 1 is not accepted, only STIX 2.1");
  }

  private static Stream<String> stix20() {
    String times =
        "\"created\":\"2017-01-01T00:00:00.000Z\",\"modified\":\"2017-01-01T00:00:00.000Z\"";
    String uuid = "--00000000-0000-4000-8000-000000000009\",";
    return Stream.of(
        "{\"type\":\"tool\",\"id\":\"tool" + uuid + times + ",\"name\":\"a\",\"labels\":[\"b\"]}",
        "{\"type\":\"x-thing\",\"id\":\"x-thing" + uuid + times + "}",
        "{\"type\":\"observed-data\",\"id\":\"observed-data"
            + uuid
            + times
            + ",\"number_observed\":1,\"first_observed\":\"2017-01-01T00:00:00Z\","
            + "\"last_observed\":\"2017-01-01T00:00:00Z\","
            + "\"objects\":{\"0\":{\"type\":\"url\",\"value\":\"https://a.example\"}}}",
        "{\"type\":\"marking-definition\",\"id\":\"marking-definition"
            + uuid
            + "\"created\":\"2017-01-01T00:00:00.000Z\",\"definition_type\":\"statement\","
            + "\"definition\":{\"statement\":\"a\"}}");
  }

  @ParameterizedTest
  @MethodSource("stix20")
  void post_stix20_isNamed(String object) throws Exception {
    String bundle =
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"spec_version\":\"2.0\",\"objects\":[%s]}";
    JsonObject status = server.post(secret, utf8(bundle.formatted(object))).json();
    assertThat(status.getInteger("success_count")).isZero();
    assertThat(status.getJsonArray("failures").getJsonObject(0).getString("message"))
        .startsWith(
            "/objects/0: `spec_version` is missing, as in STIX 2.0 content; "
                + "only 2.1 is accepted (B9)");
  }

  private static Stream<Arguments> objects() {
    String deep = "[".repeat(80) + "]".repeat(80);
    return Stream.of(
        Arguments.of("duplicate key", indicator(OTHER, "\"name\":\"a\",\"name\":\"b\"")),
        Arguments.of("duplicate key below", indicator(OTHER, "\"x_a\":{\"b\":1,\"b\":1}")),
        Arguments.of("duplicate id", indicator(OTHER, "\"id\":\"" + Samples.id(GOOD) + "\"")),
        Arguments.of("lone surrogate", indicator(OTHER, "\"name\":\"\\ud800\"")),
        Arguments.of("number beyond double", indicator(OTHER, "\"x_n\":1e999")),
        Arguments.of("too deep", indicator(OTHER, "\"x_d\":" + deep)),
        Arguments.of("5 MiB", Samples.large(OTHER, 5 << 20)),
        Arguments.of("a number", "1"),
        Arguments.of("a list", "[]"),
        Arguments.of("null", "null"),
        Arguments.of("a bundle", "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[]}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("objects")
  void post_oneObjectThatIsWrong_isToldAndTheOthersStored(String name, String wrong)
      throws Exception {
    RawAnswer answer = server.post(secret, envelope(indicator(GOOD), wrong));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    JsonObject status = answer.json();
    assertThat(status.getString("status")).isEqualTo("complete");
    assertThat(status.getInteger("success_count")).isEqualTo(1);
    assertThat(status.getInteger("failure_count")).isEqualTo(1);
    JsonObject failure = status.getJsonArray("failures").getJsonObject(0);
    assertThat(failure.getString("message")).startsWith("/objects/1");
    assertThat(failure.getString("id")).isNotEmpty();
    assertThat(failure.getString("version")).isNotEmpty();
  }

  @Test
  void post_moreObjectsThanTheLimit_is413() throws Exception {
    String[] many = new String[100_001];
    Arrays.fill(many, "1");
    refused(server.post(secret, envelope(many)), 413);
  }

  @Test
  void post_moreBytesThanTheRootTakes_is413BeforeTheBody() throws Exception {
    String head = LiveServer.head("POST", LiveServer.INDICATORS, secret);
    String type = "Content-Type: " + LiveServer.TAXII + "\r\n";
    refused(server.ask(head + type + "Content-Length: 16777217\r\n\r\n"), 413);
    refused(server.ask(head + type + "Content-Length: 99999999999999999999\r\n\r\n"), 400);
  }

  @Test
  void post_exactlyAsManyBytesAsTheRootTakes_isRead() throws Exception {
    byte[] good = envelope(indicator(GOOD));
    byte[] padded = Arrays.copyOf(good, 16 << 20);
    Arrays.fill(padded, good.length, padded.length, (byte) ' ');
    assertThat(server.post(secret, padded).status()).isEqualTo(202);
  }

  @Test
  void post_chunksBeyondTheLimit_is413WhileTheyCome() throws Exception {
    String head = LiveServer.head("POST", LiveServer.INDICATORS, secret);
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(head + "Content-Type: " + LiveServer.TAXII);
      socket.send("\r\nTransfer-Encoding: chunked\r\n\r\n");
      byte[] chunk = utf8("100000\r\n" + " ".repeat(1 << 20) + "\r\n");
      for (int i = 0; i < 17; i++) {
        socket.send(chunk);
      }
      refused(socket.answer(), 413);
    }
  }

  @Test
  void post_aSmallBodyThatUnpacksToAHugeOne_is413() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 1024; i++) {
        gzip.write(zeros);
      }
    }
    refused(zipped(bomb.toByteArray()), 413);
  }

  @Test
  void post_damagedGzip_is400() throws Exception {
    byte[] whole = gzip(envelope(indicator(OTHER)));
    refused(zipped(Arrays.copyOf(whole, whole.length - 1)), 400);
    refused(zipped(envelope(indicator(OTHER))), 400);
    byte[] flipped = whole.clone();
    flipped[flipped.length - 6] ^= 1;
    refused(zipped(flipped), 400);
    assertThat(zipped(gzip(envelope(indicator(GOOD)))).status()).isEqualTo(202);
  }

  private RawAnswer zipped(byte[] body) throws Exception {
    String headers = "Content-Type: " + LiveServer.TAXII + "\r\nContent-Encoding: gzip";
    return server.post(secret, headers, body);
  }

  private static Stream<Arguments> headers() {
    String type = "Content-Type: " + LiveServer.TAXII;
    return Stream.of(
        Arguments.of("X-No-Type: 1", 415),
        Arguments.of("Content-Type: application/json", 415),
        Arguments.of("Content-Type: application/taxii+json;version=2.0", 415),
        Arguments.of("Content-Type: text/html", 415),
        Arguments.of("Content-Type: ;;;", 415),
        Arguments.of(type + "\r\nContent-Encoding: br", 415),
        Arguments.of(type + "\r\nContent-Encoding: gzip, gzip", 415),
        Arguments.of(type + "\r\nAccept: text/html", 406),
        Arguments.of(type + "\r\nAccept: application/taxii+json;version=2.0", 406),
        Arguments.of(type + "\r\nX-Exchange-Policy: acme/nothing", 422));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void post_headersThatAreWrong_storeNothing(String headers, int status) throws Exception {
    refused(server.post(secret, headers, envelope(indicator(OTHER))), status);
  }
}
