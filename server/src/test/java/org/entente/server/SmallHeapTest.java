// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.server.LiveServer.INDICATORS;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process with 256 MiB of heap. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SmallHeapTest {
  private static final int READERS = 1_000;
  private static final int PUSHERS = 3;
  private static final int ENVELOPE = 50 << 20;
  private static final int OBJECT = 16 << 10;
  private static final int COUNT = (ENVELOPE - 100) / (OBJECT + 400);

  @TempDir Path data;

  private RawSocket pusher(URI partners, String secret) throws Exception {
    RawSocket socket = RawSocket.to(partners);
    socket.socket().setSoTimeout(0);
    return socket
        .send(LiveServer.head("POST", INDICATORS, secret))
        .send("Content-Type: " + LiveServer.TAXII + "\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  private static void chunk(RawSocket socket, String text) throws Exception {
    socket.send(
        Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
  }

  @Test
  void serve_besideLargeEnvelopesAndStalledReaders_staysWithinItsHeap() throws Exception {
    List<String> jvm = List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    String[] serve = {
      "serve",
      "--data",
      data.toString(),
      "--community",
      "../config/communities/sample",
      "--insecure-http",
      "0"
    };
    List<RawSocket> crowd = new ArrayList<>();
    try (ServeProcess server = ServeProcess.run(data.resolve("log"), jvm, serve)) {
      List<URI> urls = server.ready();
      String secret = ServeProcess.secret(urls.get(1), data, "acme/soc");
      push(urls.get(0), secret, 0, 1, COUNT / 4);
      String page = LiveServer.head("GET", INDICATORS, secret) + "\r\n";
      for (int i = 0; i < READERS; i++) {
        crowd.add(RawSocket.narrow(urls.get(0)).send(page));
      }
      push(urls.get(0), secret, 1, PUSHERS, COUNT);
      assertThat(server.isAlive()).isTrue();
      assertThat(server.err()).doesNotContain("Error").doesNotContain("Exception");
      server.signal("KILL");
      server.end();
      try (Stream<Path> left = Files.list(data.resolve("tmp"))) {
        assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("body"));
      }
    } finally {
      for (RawSocket socket : crowd) {
        socket.close();
      }
    }
  }

  /** Pushes at the same time, and waits until all is stored. */
  private void push(URI partners, String secret, int from, int pushers, int count)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(pushers);
    try {
      List<Future<RawAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < pushers; i++) {
        int first = (from + i) * 1_000_000;
        answers.add(clients.submit(() -> push(partners, secret, first, count)));
      }
      for (Future<RawAnswer> one : answers) {
        RawAnswer answer = one.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getInteger("failure_count")).isZero();
        assertThat(answer.json().getInteger("total_count")).isEqualTo(count);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private RawAnswer push(URI partners, String secret, int first, int count) throws Exception {
    try (RawSocket socket = pusher(partners, secret)) {
      chunk(socket, "{\"objects\":[");
      for (int n = 0; n < count; n++) {
        chunk(socket, (n == 0 ? "" : ",") + Samples.large(first + n, OBJECT));
      }
      chunk(socket, "]}");
      return socket.send("0\r\n\r\n").answer();
    }
  }
}
