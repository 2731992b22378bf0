// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Durable pushes: envelopes of a thousand, and single objects by many at once. */
final class PushRows {
  private static final double GOAL = 0.5;
  private static final int BULK_CONNECTIONS = 4;
  private static final int ENVELOPES = 25;
  private static final int SINGLE_CONNECTIONS = 32;
  private static final int SINGLES_A_SECOND = 5_000;
  private static final double ALONE_P99 = 20;
  private static final double BESIDE_P99 = 100;

  private final Settings settings;
  private final Exchange exchange;
  private final Objects objects;
  private final Table table;

  PushRows(Settings settings, Exchange exchange, Objects objects, Table table) {
    this.settings = settings;
    this.exchange = exchange;
    this.objects = objects;
    this.table = table;
  }

  /** Objects a second in envelopes of 1,000, made before the clock starts. */
  double bulk() {
    List<Double> rounds = new ArrayList<>();
    for (int i = 0; i <= settings.rounds(); i++) {
      Queue<Push.Item> items = envelopes(ENVELOPES * (i == 0 ? 5 : 2));
      Rate rate = load().run(bulkScripts(items));
      Bench.note(
          String.format(Locale.ROOT, "  round %d: %,.0f objects/s", i, rate.unitsPerSecond()));
      if (i > 0) {
        rounds.add(rate.unitsPerSecond());
      }
    }
    return Rounds.middle(rounds);
  }

  void addBulk(int size, double measured, double alone) {
    double ratio = measured / alone;
    table.add(
        Integer.toString(size),
        "push in envelopes of 1,000, durable",
        Table.rate(measured, "objects"),
        "store alone " + Table.rate(alone, "objects"),
        Table.percent(ratio),
        ">= " + Table.percent(GOAL),
        ratio >= GOAL);
  }

  /** Single objects, alone and while envelopes are pushed beside them. */
  void singles(int size, double syncs) {
    Duration time = settings.measured().multipliedBy(2);
    Rate warm = Load.on(exchange.port(), Duration.ZERO, time).run(singleScripts());
    Rate alone = Load.on(exchange.port(), Duration.ofMillis(500), time).run(singleScripts());
    Bench.note(String.format(Locale.ROOT, "  warm-up: %,.0f posts/s", warm.unitsPerSecond()));
    row(size, "one object a POST, 32 clients", alone, syncs, ALONE_P99, true);
    Rate beside = besideBulk(time);
    row(size, "the same beside a bulk load", beside, syncs, BESIDE_P99, false);
  }

  private Rate besideBulk(Duration time) {
    AtomicLong bulk = new AtomicLong();
    Load loader =
        new Load(
            exchange.port(), Duration.ZERO, time.plusSeconds(2), Duration.ofSeconds(60), 1, false);
    Thread thread =
        new Thread(
            () -> bulk.set((long) loader.run(List.of(freshBulk(), freshBulk())).unitsPerSecond()));
    thread.start();
    try {
      Rate rate = Load.on(exchange.port(), Duration.ofSeconds(1), time).run(singleScripts());
      thread.join();
      Bench.note(String.format(Locale.ROOT, "  beside them: %,d objects/s in bulk", bulk.get()));
      if (bulk.get() == 0) {
        throw new BenchFailure("nothing was loaded beside the single objects");
      }
      return rate;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", stopped);
    }
  }

  private void row(
      int size, String what, Rate rate, double syncs, double limit, boolean wantsRate) {
    if (rate.answers() == 0) {
      throw new BenchFailure("no single object was taken in time");
    }
    double p99 = rate.latency().millis(0.99);
    boolean met = p99 <= limit && (!wantsRate || rate.unitsPerSecond() >= SINGLES_A_SECOND);
    table.add(
        Integer.toString(size),
        what,
        String.format(
            Locale.ROOT,
            "%s, p50 %.1f ms, p99 %.1f ms",
            Table.rate(rate.unitsPerSecond(), "objects"),
            rate.latency().millis(0.5),
            p99),
        String.format(Locale.ROOT, "disk %,.0f fdatasync/s", syncs),
        String.format(Locale.ROOT, "%.1f a sync", rate.unitsPerSecond() / syncs),
        (wantsRate ? String.format(Locale.ROOT, ">= %,d/s, ", SINGLES_A_SECOND) : "")
            + String.format(Locale.ROOT, "p99 <= %.0f ms", limit),
        met);
  }

  private Load load() {
    return Load.on(exchange.port(), Duration.ZERO, Duration.ofMinutes(10));
  }

  private Queue<Push.Item> envelopes(int count) {
    Queue<Push.Item> items = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < count; i++) {
      items.add(envelope());
    }
    return items;
  }

  private Push.Item envelope() {
    byte[] body = objects.envelope(1000);
    String authorization = exchange.authorization(Cast.PUBLISHER);
    return new Push.Item(Requests.post(Cast.bulk() + "objects/", authorization, "", body), 1000);
  }

  private List<Push> bulkScripts(Queue<Push.Item> items) {
    List<Push> scripts = new ArrayList<>();
    for (int i = 0; i < BULK_CONNECTIONS; i++) {
      scripts.add(new Push(Cast.bulk(), exchange.authorization(Cast.PUBLISHER), items::poll));
    }
    return scripts;
  }

  private Push freshBulk() {
    return new Push(Cast.bulk(), exchange.authorization(Cast.PUBLISHER), this::envelope);
  }

  private List<Push> singleScripts() {
    List<Push> scripts = new ArrayList<>();
    String authorization = exchange.authorization(Cast.PUBLISHER);
    for (int i = 0; i < SINGLE_CONNECTIONS; i++) {
      scripts.add(
          new Push(
              Cast.singles(),
              authorization,
              () ->
                  new Push.Item(
                      Requests.post(
                          Cast.singles() + "objects/", authorization, "", objects.envelope(1)),
                      1)));
    }
    return scripts;
  }
}
