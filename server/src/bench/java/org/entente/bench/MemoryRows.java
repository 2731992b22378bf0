// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The live heap in 256 MiB: under envelopes of two sizes and under a thousand who stop reading. */
final class MemoryRows {
  private static final int SMALL = 3_000;
  private static final int LARGE = 35_000;
  private static final int SLOW = 1_000;
  private static final double FLAT = 1.25;
  private static final int PAUSE_MILLIS = 250;
  private static final Pattern STATUS_ID = Pattern.compile("\"id\":\\s*\"([^\"]+)\"");

  private final Settings settings;
  private final Table table;

  MemoryRows(Settings settings, Table table) {
    this.settings = settings;
    this.table = table;
  }

  void run() {
    Bench.note("memory, in 256 MiB");
    try (Exchange exchange =
            new Exchange(
                settings.jar(),
                Folders.fresh(settings.work().resolve("memory")),
                List.of("-Xmx256m"));
        Heap heap = new Heap(exchange.process().pid())) {
      exchange.settle();
      double idle = heap.live();
      table.add("-", "start in 256 MiB", mib(idle), "-", "-", "starts", true);
      Objects objects = new Objects(256);
      push(exchange, objects.envelope(SMALL), heap);
      double small = push(exchange, objects.envelope(SMALL), heap);
      double large = push(exchange, objects.envelope(LARGE), heap);
      table.add(
          "-",
          "live heap under an envelope of " + LARGE + " objects",
          mib(large),
          mib(small) + " under " + SMALL,
          Table.times(large / small),
          "<= " + Table.times(FLAT),
          large / small <= FLAT);
      slow(exchange, heap, small);
    }
  }

  /** Sends an envelope in two halves and looks at the heap until all is taken in. */
  private double push(Exchange exchange, byte[] body, Heap heap) {
    heap.most();
    byte[] request =
        Requests.post(Cast.bulk() + "objects/", exchange.authorization(Cast.PUBLISHER), "", body);
    try (Socket socket = new Socket("127.0.0.1", exchange.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request, 0, request.length / 2);
      out.flush();
      heap.live();
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> finish(socket, request));
      do {
        heap.live();
      } while (!ended(answer));
      String said = answer.join();
      if (!said.startsWith("HTTP/1.1 202")) {
        throw new BenchFailure("an envelope was answered with " + said);
      }
      String id = STATUS_ID.matcher(said).results().findFirst().orElseThrow().group(1);
      while (pending(exchange, id)) {
        heap.live();
      }
      return heap.most();
    } catch (IOException broken) {
      throw new BenchFailure("pushing " + body.length + " bytes: " + broken, broken);
    }
  }

  private static boolean pending(Exchange exchange, String id) {
    String path = "/exchange/status/" + id + "/";
    byte[] status = exchange.http().get(path, exchange.authorization(Cast.PUBLISHER)).body();
    return new String(status, StandardCharsets.UTF_8).contains("\"status\":\"pending\"");
  }

  /** Whether it is there, or comes in a moment: one who only collects garbage gets nowhere. */
  private static boolean ended(CompletableFuture<String> answer) {
    return answer
        .thenApply(there -> true)
        .completeOnTimeout(false, PAUSE_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }

  /** The rest of an envelope; what is answered, also to one that is not taken whole. */
  private static String finish(Socket socket, byte[] request) {
    try {
      socket
          .getOutputStream()
          .write(request, request.length / 2, request.length - request.length / 2);
    } catch (IOException notTaken) {
      Bench.note("  the rest of an envelope was not taken: " + notTaken.getMessage());
    }
    try {
      byte[] start = socket.getInputStream().readNBytes(400);
      return new String(start, StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      return broken.toString();
    }
  }

  private void slow(Exchange exchange, Heap heap, double before) {
    heap.most();
    List<SocketChannel> readers = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        String reader = Cast.readers().get(i % Cast.readers().size());
        String path = Cast.bulk() + "objects/?limit=1000";
        SocketChannel channel = SocketChannel.open();
        readers.add(channel);
        channel.connect(new InetSocketAddress("127.0.0.1", exchange.port()));
        ByteBuffer request =
            ByteBuffer.wrap(Requests.get(path, exchange.authorization(reader), false));
        while (request.hasRemaining()) {
          channel.write(request);
        }
      }
      for (int i = 0; i < 5; i++) {
        heap.live();
      }
      double live = heap.most();
      double wait = normal(exchange);
      table.add(
          "-",
          "live heap under " + SLOW + " readers that stop reading pages of 1,000",
          mib(live),
          mib(before) + " without",
          Table.times(live / before),
          "answers others in 256 MiB",
          wait < 5);
      Bench.note(String.format(Locale.ROOT, "  another reader had its answer in %.3f s", wait));
    } catch (IOException broken) {
      throw new BenchFailure("slow readers: " + broken, broken);
    } finally {
      readers.forEach(MemoryRows::close);
    }
  }

  /** How long somebody waits who polls beside them. */
  private static double normal(Exchange exchange) {
    String path = Cast.bulk() + "objects/?limit=1&added_after=2099-01-01T00:00:00Z";
    byte[] request = Requests.get(path, exchange.authorization(Cast.readers().get(0)), false);
    Repeat poll = new Repeat(request, Bodies.NOTHING);
    Rate rate = Load.on(exchange.port(), Duration.ZERO, Duration.ofMillis(500)).run(List.of(poll));
    return rate.latency().maxMillis() / 1000;
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // that is what was wanted
    }
  }

  private static String mib(double mib) {
    return String.format(Locale.ROOT, "%.0f MiB", mib);
  }
}
