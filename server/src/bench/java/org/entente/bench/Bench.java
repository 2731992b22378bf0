// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

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
    note(words());
    if (settings.wants("start")) {
      new StartRows(table).fresh(settings);
    }
    if (settings.wantsAny("pages", "polls", "store", "push", "singles", "start")) {
      measured();
    }
    if (settings.wants("memory")) {
      new MemoryRows(settings, table).run();
    }
    if (settings.wants("peer")) {
      settings.peer().ifPresent(python -> new PeerRows(settings, python, table).run());
    }
    String page = words() + "\n" + table.markdown();
    System.out.println();
    System.out.print(page);
    System.out.println();
    System.out.println(table.size() + " rows, " + table.missed() + " goals missed");
    settings.markdown().ifPresent(file -> write(file, page));
  }

  /** The machine and the method. */
  private String words() {
    return String.format(
        Locale.ROOT,
        "%s.%nThe disk keeps 4 KiB %,.0f times a second (fdatasync)."
            + "%nMedians of %d rounds of %d s, the compared in turn.%n",
        Machine.words(settings.work()),
        syncs,
        settings.rounds(),
        settings.seconds());
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void measured() {
    try (Exchange exchange =
        new Exchange(
            settings.jar(), Folders.fresh(settings.work().resolve("main")), settings.jvm())) {
      exchange.settle();
      pushIdentity(exchange);
      int from = 0;
      for (int size : settings.sizes()) {
        size(exchange, from, size);
        from = size;
      }
      store.addGrowth();
    }
  }

  /** What all the other objects refer to. */
  private static void pushIdentity(Exchange exchange) {
    String user = exchange.authorization(Cast.PUBLISHER);
    byte[] request = Requests.post(Cast.singles() + "objects/", user, "", Objects.identity());
    Queue<Push.Item> one = new ArrayDeque<>(List.of(new Push.Item(request, 1)));
    Push push = new Push(Cast.singles(), user, one::poll);
    Rate pushed = Load.on(exchange.port(), Duration.ZERO, Duration.ofMinutes(1)).run(List.of(push));
    if (pushed.units() != 1) {
      throw new BenchFailure("the publisher's identity was not taken");
    }
  }

  private void size(Exchange exchange, int from, int size) {
    Map<Integer, List<String>> cursors = fill(exchange, from, size);
    note("measuring at " + size);
    double bare = 0;
    if (settings.wantsAny("pages", "polls", "store")) {
      List<String> all = cursors.getOrDefault(1, List.of());
      bare = new ReadRows(settings, exchange, table).run(size, all.get(all.size() - 1));
    }
    if (settings.wants("store")) {
      store.measure(exchange, size, cursors);
    }
    PushRows pushes = new PushRows(settings, exchange, objects, table);
    double bulk = settings.wants("push") ? pushes.bulk() : 0;
    if (settings.wants("singles")) {
      pushes.singles(size, Machine.syncsPerSecond(settings.work()));
    }
    if (settings.wants("start")) {
      new StartRows(table).restarted(size, exchange.killAndRestart());
    }
    if (settings.wantsAny("store", "push")) {
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

  /** Fills the collections that are read; positions of the rows of each, by its classes. */
  private Map<Integer, List<String>> fill(Exchange exchange, int from, int size) {
    note("filling up to " + size);
    Map<Integer, List<String>> cursors = new LinkedHashMap<>();
    String reader = exchange.authorization(Cast.readers().get(0));
    for (int classes : settings.wants("store") ? Cast.CLASSES : Cast.ONE) {
      Rate rate = new Fill(exchange, objects).run(classes, from, size);
      note(
          String.format(
              Locale.ROOT,
              "  %d classes: %,.0f objects/s, slowest envelope %.0f ms",
              classes,
              rate.unitsPerSecond(),
              rate.latency().maxMillis()));
      cursors.put(classes, Cursors.of(exchange, Cast.collection(classes), reader, size));
    }
    return cursors;
  }
}
