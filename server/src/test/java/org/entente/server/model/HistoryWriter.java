// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes up a history from a seed. */
final class HistoryWriter {
  private static final int INSPECTED_TOGETHER = 200;

  private final Dice dice;
  private final Town town;
  private final PushWriter pushes;
  private final List<Step.Poller> pollers = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private HistoryWriter(long seed) {
    dice = new Dice(seed);
    town = new Town(dice);
    pushes = new PushWriter(dice, town);
  }

  /** A history of about so many steps, with an inspection of everything at its end. */
  static List<Step> write(long seed, int length) {
    return new HistoryWriter(seed).write(length);
  }

  private List<Step> write(int length) {
    steps.add(new Step.Apply(town.founding()));
    for (int i = dice.between(6, 12); i > 0; i--) {
      poller();
    }
    while (steps.size() < length) {
      if (dice.percent(3)) {
        twice(dice.of(pollers), limit());
      }
      if (dice.percent(2)) {
        lapse(dice.of(pollers), limit());
      }
      steps.add(step());
    }
    for (Step.Poller poller : pollers) {
      steps.add(new Step.Drain(poller, dice.between(1, 20)));
    }
    inspectAll();
    return steps;
  }

  private void poller() {
    String credential = dice.of(town.credentials());
    String collection = dice.of(town.collections);
    for (int i = dice.between(1, 2); i > 0; i--) {
      int kind = dice.below(10);
      pollers.add(
          new Step.Poller(
              pollers.size(),
              credential,
              collection,
              kind < 7 ? Set.of() : Set.of(dice.of(Objects.TYPES)),
              kind >= 4 && kind < 8));
    }
  }

  private Step step() {
    int roll = dice.below(100);
    if (roll < 34) {
      return new Step.Poll(dice.of(pollers), limit(), dice.percent(15));
    } else if (roll < 42) {
      return new Step.Again(dice.of(pollers), dice.of(1, 1, 2, 3, 5));
    } else if (roll < 78) {
      return pushes.push();
    } else if (roll < 83) {
      return pushes.delete();
    } else if (roll < 92) {
      return new Step.Apply(town.change(pushes.future()));
    } else if (roll < 95) {
      return new Step.Advance(
          dice.percent(80) ? Duration.ofHours(dice.between(1, 9)) : Duration.ofMillis(1));
    } else if (roll < 96) {
      return new Step.Rewind(dice.of(pollers));
    } else if (roll < 97) {
      return new Step.Restart();
    } else if (roll < 98) {
      return inspection(dice.of(town.credentials()), dice.of(town.collections), 10);
    }
    return new Step.Drain(dice.of(pollers), limit());
  }

  /** The same pages before and after a change of what may be on them. */
  private void twice(Step.Poller poller, int limit) {
    steps.add(new Step.Rewind(poller));
    steps.add(new Step.Drain(poller, limit));
    for (int i = dice.between(1, 3); i > 0; i--) {
      steps.add(
          dice.percent(40)
              ? pushes.renew(poller.collection())
              : pushes.withdraw(poller.collection()));
    }
    steps.add(new Step.Rewind(poller));
    steps.add(new Step.Drain(poller, limit));
  }

  /** A reader loses nearly everything for a while, and gets it back. */
  private void lapse(Step.Poller poller, int limit) {
    steps.add(new Step.Drain(poller, limit));
    steps.add(new Step.Apply(List.of(town.lowered(poller.credential()))));
    for (int i = dice.between(1, 4); i > 0; i--) {
      steps.add(dice.percent(50) ? new Step.Poll(poller, limit, false) : pushes.push());
    }
    steps.add(new Step.Apply(List.of(town.raised(poller.credential()))));
    steps.add(new Step.Drain(poller, limit));
  }

  private int limit() {
    return dice.of(1, 2, 3, 5, 20);
  }

  private Step inspection(String credential, String collection, int chance) {
    return new Step.Inspect(
        credential, collection, new LinkedHashSet<>(dice.some(pushes.everything(), chance)));
  }

  private void inspectAll() {
    for (String credential : town.credentials()) {
      for (String collection : town.collections) {
        steps.add(inspection(credential, collection, INSPECTED_TOGETHER));
      }
    }
  }
}
