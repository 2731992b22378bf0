// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Keeps some calls of a store under way, on one event loop. */
final class Drive {
  private final Context context;
  private final Supplier<Future<Integer>> call;
  private final int atOnce;
  private long units;
  private int open;

  /**
   * Calls again and again.
   *
   * @param call gives how many units it has done
   * @param atOnce how many are under way
   */
  Drive(Vertx vertx, Supplier<Future<Integer>> call, int atOnce) {
    context = vertx.getOrCreateContext();
    this.call = call;
    this.atOnce = atOnce;
  }

  double perSecond(long nanos) {
    long until = System.nanoTime() + nanos;
    return perSecond(() -> System.nanoTime() >= until);
  }

  double perSecond(BooleanSupplier over) {
    long begin = System.nanoTime();
    Promise<Void> done = Promise.promise();
    open = atOnce;
    context.runOnContext(
        go -> {
          for (int i = 0; i < atOnce; i++) {
            next(over, done);
          }
        });
    StoreMain.get(done.future());
    return units / ((System.nanoTime() - begin) / 1e9);
  }

  /** Calls follow each other without being joined: the end of thousands takes a stack as deep. */
  private void next(BooleanSupplier over, Promise<Void> done) {
    if (!over.getAsBoolean()) {
      call.get()
          .onSuccess(
              more -> {
                units += more;
                next(over, done);
              })
          .onFailure(done::tryFail);
      return;
    }
    open--;
    if (open == 0) {
      done.tryComplete();
    }
  }
}
