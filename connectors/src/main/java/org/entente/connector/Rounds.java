// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Repeats a step as often as it takes. A chain of as many futures would grow with every round and
 * overflow the stack when it ends.
 */
public final class Rounds {
  private final Supplier<Future<Boolean>> step;
  private final Promise<Void> ended;

  private Rounds(Supplier<Future<Boolean>> step, Promise<Void> ended) {
    this.step = step;
    this.ended = ended;
  }

  /**
   * Runs the step again and again, one at a time.
   *
   * @param step says whether another round is wanted
   * @return done when none is; failed as soon as a step fails
   */
  public static Future<Void> run(Supplier<Future<Boolean>> step) {
    return Future.future(ended -> new Rounds(step, ended).go());
  }

  private void go() {
    try {
      Future<Boolean> round = step.get();
      while (round.succeeded() && round.result()) {
        round = step.get();
      }
      round.onComplete(this::next, ended::fail);
    } catch (RuntimeException thrown) {
      ended.fail(thrown);
    }
  }

  private void next(boolean again) {
    if (again) {
      go();
    } else {
      ended.complete();
    }
  }
}
