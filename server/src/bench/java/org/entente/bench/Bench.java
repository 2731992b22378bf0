// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run, from the empty folder to the table. */
final class Bench {
  private final Settings settings;
  private final Table table = new Table();
  private final Objects objects = new Objects(20_261_124);
  private final StoreRows store;
  private final double syncs;

  Bench(Settings settings) {
    this.settings = settings;
    store = new StoreRows(settings, table);
    syncs = Machine.syncsPerSecond(Folders.fresh(settings.work()));
  }

  /** Says on standard error what is going on. */
  static void note(String text) {
    System.err.println(text);
  }

  void run() {
    String machine = Machine.words(settings.work());
    note(machine);
    note(
        String.format(Locale.ROOT, "the disk keeps 4 KiB %,.0f times a second (fdatasync)", syncs));
    if (settings.wants("start")) {
      new StartRows(table).fresh(settings);
    }
    if (wantsExchange()) {
      measured();
    }
    if (settings.wants("memory")) {
      new MemoryRows(settings, table).run();
    }
    if (settings.wants("peer")) {
      settings.peer().ifPresent(python -> new PeerRows(settings, python, table).run());
    }
    System.out.println();
    System.out.println(machine);
    System.out.printf(Locale.ROOT, "fdatasync of 4 KiB: %,.0f a second%n", syncs);
    System.out.println(
        "medians of " + settings.rounds() + " rounds of " + settings.seconds() + " s");
    System.out.println();
    table.print(System.out);
    System.out.println();
    System.out.println(table.size() + " rows, " + table.missed() + " goals missed");
  }

  private boolean wantsExchange() {
    return List.of("pages", "polls", "store", "push", "singles", "start").stream()
        .anyMatch(settings::wants);
  }

  private void measured() {
    try (Exchange exchange =
        new Exchange(settings.jar(), Folders.fresh(settings.work().resolve("main")), List.of())) {
      exchange.settle();
      byte[] identity =
          Requests.post(
              Cast.singles() + "objects/",
              exchange.authorization(Cast.PUBLISHER),
              "",
              Objects.identity());
      Load.on(exchange.port(), java.time.Duration.ZERO, java.time.Duration.ofSeconds(30))
          .run(
              List.of(
                  new Push(
                      Cast.singles(),
                      exchange.authorization(Cast.PUBLISHER),
                      new Once(new Push.Item(identity, 1))::take)));
      int from = 0;
      for (int size : settings.sizes()) {
        size(exchange, from, size);
        from = size;
      }
      store.addGrowth();
    }
  }

  private void size(Exchange exchange, int from, int size) {
    note("filling up to " + size);
    Map<Integer, List<String>> cursors = new LinkedHashMap<>();
    for (int classes : Cast.CLASSES) {
      Rate rate = new Fill(exchange, objects).run(classes, from, size);
      note(
          String.format(
              Locale.ROOT,
              "  %d classes: %,.0f objects/s, slowest envelope %.0f ms",
              classes,
              rate.unitsPerSecond(),
              rate.latency().maxMillis()));
      String reader = exchange.authorization(Cast.readers().get(0));
      cursors.put(classes, Cursors.of(exchange, Cast.collection(classes), reader, size));
    }
    note("measuring at " + size);
    double bare = 0;
    if (settings.wants("pages") || settings.wants("polls") || settings.wants("store")) {
      List<String> all = cursors.getOrDefault(1, List.of());
      bare = new ReadRows(settings, exchange, table).run(size, all.get(all.size() - 1));
    }
    if (settings.wants("store")) {
      store.measure(exchange, size, cursors);
    }
    PushRows pushes = new PushRows(settings, exchange, objects, table);
    double bulk = settings.wants("push") ? pushes.bulk() : 0;
    if (settings.wants("singles")) {
      pushes.singles(size, syncs);
    }
    if (settings.wants("start")) {
      new StartRows(table).restarted(size, exchange.killAndRestart());
    }
    if (settings.wants("store") || settings.wants("push")) {
      exchange.stop();
      StoreAlone.Figures alone = StoreAlone.measure(settings, exchange.data());
      if (settings.wants("store")) {
        store.add(size, bare, alone.pages());
      }
      if (settings.wants("push")) {
        pushes.addBulk(size, bulk, alone.objects());
      }
      exchange.restart();
    }
  }

  /** Gives one item and then none. */
  private static final class Once {
    private final Push.Item item;
    private boolean given;

    Once(Push.Item item) {
      this.item = item;
    }

    Push.@org.jspecify.annotations.Nullable Item take() {
      if (given) {
        return null;
      }
      given = true;
      return item;
    }
  }
}
