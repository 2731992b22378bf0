// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The same pushes and the same pages against medallion, which keeps nothing durable. Both grow
 * dearer there with the collection, so its size stands beside each ratio. Both servers have taken
 * objects in before anything is counted: many for a virtual machine, a thousand for an interpreter.
 */
final class PeerRows {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;
  private static final int MORE = 5_000;
  private static final int WARM = 40_000;
  private static final int CLIENTS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final double PUSH_GOAL = 20;
  private static final double PAGE_GOAL = 100;

  private final Settings settings;
  private final Path python;
  private final Table table;

  PeerRows(Settings settings, Path python, Table table) {
    this.settings = settings;
    this.python = python;
    this.table = table;
  }

  /**
   * One of the two.
   *
   * @param warm the collection that is filled before anything is counted
   * @param small the collection of the smaller size
   * @param large that of the larger
   */
  private record Server(int port, String user, String warm, String small, String large) {}

  private record Pages(double perSecond, boolean answered) {}

  /**
   * What one of them did.
   *
   * @param empty objects a second into the empty collection, until it has the larger size
   * @param full objects a second after that
   */
  private record Figures(double empty, double full, Pages small, Pages large) {}

  void run() {
    Path work = settings.work();
    Bench.note("against medallion");
    Figures theirs;
    try (Medallion peer = new Medallion(python, Folders.fresh(work.resolve("medallion")))) {
      theirs =
          measure(
              new Server(
                  peer.port(),
                  Medallion.authorization(),
                  Medallion.collection(3),
                  Medallion.collection(1),
                  Medallion.collection(2)),
              SMALL);
    }
    Figures ours;
    try (Exchange exchange =
        new Exchange(settings.jar(), Folders.fresh(work.resolve("peer")), List.of())) {
      exchange.settle();
      String user = exchange.authorization(Cast.PUBLISHER);
      ours =
          measure(
              new Server(exchange.port(), user, Cast.collection(1), Cast.singles(), Cast.bulk()),
              WARM);
    }
    push("into an empty collection", ours.empty(), theirs.empty());
    push("into a collection of 10,000", ours.full(), theirs.full());
    page(SMALL, ours.small(), theirs.small());
    page(LARGE, ours.large(), theirs.large());
  }

  /** Pages come last: one that is given up is still being made. */
  private static Figures measure(Server server, int warm) {
    double rate = push(server, server.warm(), warm);
    Bench.note(String.format(Locale.ROOT, "  warm-up: %,.0f objects/s", rate));
    push(server, server.small(), SMALL);
    double empty = push(server, server.large(), LARGE);
    double full = push(server, server.large(), MORE);
    return new Figures(empty, full, pages(server, server.small()), pages(server, server.large()));
  }

  private static Pages pages(Server server, String collection) {
    String path = collection + "objects/?limit=" + Walk.LIMIT;
    Script page = new FirstPage(Requests.get(path, server.user(), false));
    Rate rate =
        new Load(server.port(), Duration.ZERO, Duration.ofMinutes(10), LIMIT, 1, true)
            .run(List.of(page));
    boolean answered = rate.timeouts() == 0;
    return new Pages(answered ? rate.answersPerSecond() : 1.0 / LIMIT.toSeconds(), answered);
  }

  /** Envelopes of a thousand, made before the clock starts. */
  private static double push(Server server, String collection, int count) {
    Objects objects = new Objects(collection.hashCode() + count);
    Queue<Push.Item> items = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < count / 1000; i++) {
      byte[] body = objects.envelope(1000);
      byte[] request = Requests.post(collection + "objects/", server.user(), "", body);
      items.add(new Push.Item(request, 1000));
    }
    List<Push> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Push(collection, server.user(), items::poll));
    }
    return Load.on(server.port(), Duration.ZERO, Duration.ofMinutes(10))
        .run(clients)
        .unitsPerSecond();
  }

  private void push(String where, double ours, double theirs) {
    double ratio = ours / theirs;
    table.add(
        Integer.toString(LARGE),
        "push in envelopes of 1,000 " + where + ", durable",
        Table.rate(ours, "objects"),
        "medallion, in memory: " + Table.rate(theirs, "objects"),
        Table.times(ratio),
        ">= " + Table.times(PUSH_GOAL),
        ratio >= PUSH_GOAL);
  }

  private void page(int size, Pages ours, Pages theirs) {
    double ratio = ours.perSecond() / theirs.perSecond();
    table.add(
        Integer.toString(size),
        "page of 100, 1 client",
        Table.rate(ours.perSecond(), "pages"),
        "medallion, in memory: "
            + (theirs.answered() ? Table.rate(theirs.perSecond(), "pages") : none()),
        (theirs.answered() ? "" : "> ") + Table.times(ratio),
        ">= " + Table.times(PAGE_GOAL),
        ratio >= PAGE_GOAL);
  }

  private static String none() {
    return String.format(Locale.ROOT, "no page within %d s", LIMIT.toSeconds());
  }

  /** The first page of 100, again and again for some seconds, and at least once. */
  private static final class FirstPage implements Script {
    private static final long LONG_ENOUGH = Duration.ofSeconds(3).toNanos();

    private final byte[] request;
    private long begin;

    FirstPage(byte[] request) {
      this.request = request;
    }

    @Override
    public byte @Nullable [] next() {
      long now = System.nanoTime();
      if (begin == 0) {
        begin = now;
      }
      return now - begin < LONG_ENOUGH ? request : null;
    }

    @Override
    public boolean keepsBody() {
      return true;
    }

    @Override
    public int judge(Answer answer) {
      if (answer.status() != 200 || Bodies.indicators(answer.text()) != Walk.LIMIT) {
        throw new BenchFailure("a page of 100 was answered with " + answer.said());
      }
      return 1;
    }
  }
}
