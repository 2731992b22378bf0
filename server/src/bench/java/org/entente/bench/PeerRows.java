// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The same pushes and the same pages, one client, against medallion, which keeps nothing durable.
 * Its pages grow dearer with the collection, so the size stands beside each ratio. The exchange is
 * warm when it begins, as a server that has run for a minute is; an interpreter has no such need.
 */
final class PeerRows {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;
  private static final int WARM = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
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

  /** What one of the two did with one collection. */
  private record Figures(double objects, double pages, boolean answered) {}

  void run() {
    Path work = settings.work();
    Bench.note("against medallion");
    Figures theirsSmall;
    Figures theirsLarge;
    try (Medallion peer = new Medallion(python, Folders.fresh(work.resolve("medallion")))) {
      String user = Medallion.authorization();
      theirsSmall = measure(peer.port(), Medallion.collection(1), user, SMALL);
      theirsLarge = measure(peer.port(), Medallion.collection(2), user, LARGE);
    }
    Figures oursSmall;
    Figures oursLarge;
    try (Exchange exchange =
        new Exchange(settings.jar(), Folders.fresh(work.resolve("peer")), List.of())) {
      exchange.settle();
      String user = exchange.authorization(Cast.PUBLISHER);
      double warm = push(exchange.port(), Cast.collection(1), user, WARM).unitsPerSecond();
      Bench.note(String.format(Locale.ROOT, "  warm-up: %,.0f objects/s", warm));
      oursSmall = measure(exchange.port(), Cast.singles(), user, SMALL);
      oursLarge = measure(exchange.port(), Cast.bulk(), user, LARGE);
    }
    rows(SMALL, oursSmall, theirsSmall);
    rows(LARGE, oursLarge, theirsLarge);
  }

  private static Figures measure(int port, String collection, String user, int size) {
    Rate push = push(port, collection, user, size);
    Script page = new FirstPage(Requests.get(collection + "objects/?limit=100", user, false));
    Rate pages =
        new Load(port, Duration.ZERO, Duration.ofMinutes(10), LIMIT, 1, true).run(List.of(page));
    boolean answered = pages.timeouts() == 0;
    double perSecond = answered ? pages.answersPerSecond() : 1.0 / LIMIT.toSeconds();
    return new Figures(push.unitsPerSecond(), perSecond, answered);
  }

  /** Envelopes of a thousand, made before the clock starts, one after the other. */
  private static Rate push(int port, String collection, String user, int size) {
    Objects objects = new Objects(size);
    Queue<Push.Item> items = new ArrayDeque<>();
    for (int i = 0; i < size / 1000; i++) {
      byte[] body = objects.envelope(1000);
      items.add(new Push.Item(Requests.post(collection + "objects/", user, "", body), 1000));
    }
    return new Load(port, Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(3), 1, false)
        .run(List.of(new Push(collection, user, items::poll)));
  }

  private void rows(int size, Figures ours, Figures theirs) {
    double push = ours.objects() / theirs.objects();
    double page = ours.pages() / theirs.pages();
    table.add(
        Integer.toString(size),
        "push in envelopes of 1,000 from empty, 1 client, durable",
        Table.rate(ours.objects(), "objects"),
        "medallion, in memory, not durable: " + Table.rate(theirs.objects(), "objects"),
        Table.times(push),
        size == LARGE ? ">= " + Table.times(PUSH_GOAL) : "-",
        size == LARGE ? push >= PUSH_GOAL : null);
    table.add(
        Integer.toString(size),
        "page of 100, 1 client",
        Table.rate(ours.pages(), "pages"),
        "medallion, in memory: "
            + (theirs.answered() ? Table.rate(theirs.pages(), "pages") : none()),
        (theirs.answered() ? "" : "> ") + Table.times(page),
        ">= " + Table.times(PAGE_GOAL),
        page >= PAGE_GOAL);
  }

  private static String none() {
    return String.format(Locale.ROOT, "no page within %d s", LIMIT.toSeconds());
  }

  /** The first page of 100, again and again for some seconds, and at least once. */
  private static final class FirstPage implements Script {
    private static final long LONG_ENOUGH = Duration.ofSeconds(5).toNanos();

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
