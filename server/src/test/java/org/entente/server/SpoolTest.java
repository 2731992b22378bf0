// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;
import static org.entente.server.Samples.envelope;
import static org.entente.server.Samples.indicator;
import static org.entente.server.Samples.large;
import static org.entente.server.Samples.utf8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are too large to be kept in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpoolTest {
  private static final int LARGE = 5 << 20;

  private Path data;
  private LiveServer server;
  private String secret;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    data = folder;
    server = LiveServer.start(data);
    secret = server.secret("acme/soc");
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void nothingIsLeftOfABody() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("tmp"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).noneMatch(name -> name.startsWith("body"));
    }
  }

  private static byte[] padded(byte[] body) {
    byte[] large = Arrays.copyOf(body, LARGE);
    Arrays.fill(large, body.length, LARGE, (byte) ' ');
    return large;
  }

  private RawAnswer chunked(byte[] body) throws Exception {
    String head = LiveServer.head("POST", INDICATORS, secret);
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(head + "Content-Type: " + LiveServer.TAXII);
      socket.send("\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
      socket.send(utf8(Integer.toHexString(body.length) + "\r\n")).send(body);
      return socket.send("\r\n0\r\n\r\n").answer();
    }
  }

  private void stored(RawAnswer answer, int number, String sent) throws Exception {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    JsonObject status = answer.json();
    while (status.getString("status").equals("pending")) {
      status = server.get("/exchange/status/" + status.getString("id") + "/", secret).json();
    }
    assertThat(status.getInteger("failure_count")).isZero();
    String one = server.get(INDICATORS + Samples.id(number) + "/", secret).text();
    assertThat(one).isEqualTo("{\"objects\":[" + sent + "],\"more\":false}");
  }

  @Test
  void post_aLargeBody_isStoredByteForByte() throws Exception {
    String first = large(1, 2 << 20);
    String second = large(2, 3 << 20);
    stored(server.post(secret, envelope(first, second, indicator(3))), 2, second);
    stored(server.post(secret, envelope(first)), 1, first);
  }

  @Test
  void post_thatTurnsOutToBeLarge_isStoredByteForByte() throws Exception {
    String first = large(11, 3 << 20);
    String second = large(12, 2 << 20);
    stored(chunked(envelope(first, second)), 12, second);
    stored(chunked(envelope(first)), 11, first);
  }

  @Test
  void post_aLargeBodyThatIsWrong_isRefusedAsASmallOne() throws Exception {
    String open = "{\"objects\":[" + indicator(21);
    assertThat(server.post(secret, padded(utf8(open))).status()).isEqualTo(400);
    assertThat(chunked(padded(utf8(open))).status()).isEqualTo(400);
    assertThat(server.post(secret, padded(utf8("[]"))).status()).isEqualTo(422);
    assertThat(server.post(secret, padded(utf8("{\"objects\":[]}"))).status()).isEqualTo(422);
    assertThat(server.get(INDICATORS + Samples.id(21) + "/", secret).status()).isEqualTo(404);
  }

  @Test
  void post_aLargeBodyThatBreaksOff_leavesNothing() throws Exception {
    String head = LiveServer.head("POST", INDICATORS, secret);
    String type = "Content-Type: " + LiveServer.TAXII + "\r\nContent-Length: 9000000\r\n\r\n";
    try (RawSocket socket = RawSocket.to(server.partners())) {
      socket.send(head + type).send(padded(envelope(indicator(31))));
      nothingIsLeftOfABody();
      assertThat(socket.endSending().answer().status()).isEqualTo(400);
    }
    assertThat(server.get(INDICATORS + Samples.id(31) + "/", secret).status()).isEqualTo(404);
  }

  @Test
  void post_manyLargeBodiesAtOnce_areAllStored() throws Exception {
    RawSocket[] crowd = new RawSocket[6];
    for (int i = 0; i < crowd.length; i++) {
      byte[] body = envelope(large(40 + i, 3 << 20), large(50 + i, 3 << 20));
      crowd[i] = RawSocket.to(server.partners());
      crowd[i]
          .send(LiveServer.head("POST", INDICATORS, secret) + "Content-Type: " + LiveServer.TAXII)
          .send("\r\nContent-Length: " + body.length + "\r\n\r\n")
          .send(body);
    }
    for (int i = 0; i < crowd.length; i++) {
      stored(crowd[i].answer(), 50 + i, large(50 + i, 3 << 20));
      crowd[i].close();
    }
  }
}
