// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.List;
import java.util.Locale;

/** How fast the server is there. */
final class StartRows {
  private static final double GOAL = 2;

  private final Table table;

  StartRows(Table table) {
    this.table = table;
  }

  /** Starts on fresh folders; the median. */
  void fresh(Settings settings) {
    List<Double> seconds = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (Exchange exchange =
          new Exchange(
              settings.jar(), Folders.fresh(settings.work().resolve("start")), List.of())) {
        seconds.add(exchange.secondsToReady());
      }
    }
    row("-", "start to ready, empty store", Rounds.middle(seconds));
  }

  void restarted(int size, double seconds) {
    row(Integer.toString(size), "restart to ready after kill -9", seconds);
  }

  private void row(String size, String what, double seconds) {
    table.add(
        size,
        what,
        String.format(Locale.ROOT, "%.2f s", seconds),
        "-",
        "-",
        String.format(Locale.ROOT, "<= %.0f s", GOAL),
        seconds <= GOAL);
  }
}
