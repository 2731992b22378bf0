// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages that begin anywhere, from the store, at one, ten and a thousand classes. */
final class StoreRows {
  private static final int CONNECTIONS = 10;
  private static final double GOAL = 0.7;
  private static final double GROWTH = 1.2;

  private final Settings settings;
  private final Table table;
  private final Map<Integer, Map<Integer, Rounds.Median>> bySize = new LinkedHashMap<>();

  StoreRows(Settings settings, Table table) {
    this.settings = settings;
    this.table = table;
  }

  /** Measures through the server; says what share of the pages came from its cache. */
  void measure(Exchange exchange, int size, Map<Integer, List<String>> cursors) {
    List<Rounds.Side> sides = new ArrayList<>();
    for (int classes : Cast.CLASSES) {
      List<String> all = cursors.getOrDefault(classes, List.of());
      List<String> full = all.subList(0, all.size() - Walk.LIMIT - 1);
      sides.add(
          new Rounds.Side(
              exchange.process(), exchange.port(), () -> scripts(exchange, classes, full)));
    }
    double hits = exchange.metric("entente_page_cache_hits_total");
    double misses = exchange.metric("entente_page_cache_misses_total");
    List<Rounds.Median> medians = new Rounds(settings).compare(sides);
    hits = exchange.metric("entente_page_cache_hits_total") - hits;
    misses = exchange.metric("entente_page_cache_misses_total") - misses;
    Bench.note(
        String.format(
            Locale.ROOT,
            "  %.1f %% of these pages came from the cache",
            100 * hits / Math.max(1, hits + misses)));
    Map<Integer, Rounds.Median> byClasses = new LinkedHashMap<>();
    for (int i = 0; i < Cast.CLASSES.length; i++) {
      byClasses.put(Cast.CLASSES[i], medians.get(i));
    }
    bySize.put(size, byClasses);
  }

  private static List<Script> scripts(Exchange exchange, int classes, List<String> cursors) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      String authorization = exchange.authorization(Cast.readers().get(i));
      long seed = System.nanoTime() + i;
      scripts.add(new RandomPages(Cast.collection(classes), authorization, cursors, seed));
    }
    return scripts;
  }

  /**
   * Adds the rows.
   *
   * @param bare pages a second of the bare handler
   * @param alone by classes, pages a second of the store alone
   */
  void add(int size, double bare, Map<Integer, Double> alone) {
    bySize
        .getOrDefault(size, Map.of())
        .forEach(
            (classes, median) -> {
              double store = alone.getOrDefault(classes, Double.NaN);
              double possible = 1 / (1 / bare + 1 / store);
              double ratio = median.perSecond() / possible;
              table.add(
                  Integer.toString(size),
                  "page of 100 from the store, classes: " + classes,
                  ReadRows.figure(median),
                  String.format(
                      Locale.ROOT,
                      "%,.0f/s of bare %,.0f/s and store %,.0f/s",
                      possible,
                      bare,
                      store),
                  Table.percent(ratio),
                  ">= " + Table.percent(GOAL),
                  ratio >= GOAL);
            });
  }

  /** Adds what growing costs, where more than one size was measured. */
  void addGrowth() {
    List<Integer> sizes = List.copyOf(bySize.keySet());
    if (sizes.size() < 2) {
      return;
    }
    int small = sizes.get(0);
    int large = sizes.get(sizes.size() - 1);
    for (int classes : Cast.CLASSES) {
      Rounds.Median before = median(small, classes);
      Rounds.Median after = median(large, classes);
      double ratio = before.perSecond() / after.perSecond();
      table.add(
          small + " to " + large,
          "page of 100 from the store, classes: " + classes,
          ReadRows.figure(after),
          ReadRows.figure(before),
          Table.times(ratio),
          "<= " + Table.times(GROWTH),
          ratio <= GROWTH);
    }
  }

  private Rounds.Median median(int size, int classes) {
    return bySize
        .getOrDefault(size, Map.of())
        .getOrDefault(classes, new Rounds.Median(Double.NaN, Double.NaN));
  }
}
