// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Measures two servers in turn, round after round, and takes the medians. */
final class Rounds {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration WARM = Duration.ofSeconds(3);

  private final Settings settings;

  Rounds(Settings settings) {
    this.settings = settings;
  }

  /**
   * One server and what it is asked.
   *
   * @param process whose processor time counts
   * @param port on loopback
   * @param scripts one a connection, made anew for each round
   */
  record Side(Child process, int port, Supplier<List<? extends Script>> scripts) {}

  /**
   * Medians of the rounds.
   *
   * @param perSecond units a second
   * @param micros processor time of the server for each unit, in microseconds
   */
  record Median(double perSecond, double micros) {}

  /** All sides, one after the other in each round, all of them warm. */
  List<Median> compare(List<Side> sides) {
    sides.forEach(Rounds::warm);
    List<List<Median>> rounds = new ArrayList<>();
    for (int i = 0; i < settings.rounds(); i++) {
      rounds.add(sides.stream().map(this::once).toList());
    }
    List<Median> medians = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      int place = side;
      medians.add(median(rounds.stream().map(round -> round.get(place)).toList()));
    }
    return medians;
  }

  private static void warm(Side side) {
    Rate warm = Load.on(side.port(), NONE, WARM).run(side.scripts().get());
    if (warm.answers() == 0) {
      throw new BenchFailure("nothing was answered in the first seconds");
    }
  }

  private Median once(Side side) {
    Load load = Load.on(side.port(), NONE, settings.measured());
    double before = side.process().cpuSeconds();
    Rate rate = load.run(side.scripts().get());
    if (rate.answers() == 0) {
      throw new BenchFailure("nothing was answered within " + settings.seconds() + " s");
    }
    double cpu = side.process().cpuSeconds() - before;
    return new Median(rate.unitsPerSecond(), cpu * 1e6 / rate.units());
  }

  private static Median median(List<Median> rounds) {
    return new Median(
        middle(rounds.stream().map(Median::perSecond).toList()),
        middle(rounds.stream().map(Median::micros).toList()));
  }

  static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
