// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Keeps some calls of a store under way, on one event loop. */
final class Drive {
  private final Context context;
  private final Supplier<Future<Integer>> call;
  private final int atOnce;
  private long units;

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
    context.runOnContext(
        go -> {
          List<Future<Void>> chains = new ArrayList<>();
          for (int i = 0; i < atOnce; i++) {
            chains.add(chain(over));
          }
          Future.all(chains).<Void>mapEmpty().onComplete(done);
        });
    StoreMain.get(done.future());
    return units / ((System.nanoTime() - begin) / 1e9);
  }

  private Future<Void> chain(BooleanSupplier over) {
    if (over.getAsBoolean()) {
      return Future.succeededFuture();
    }
    return call.get()
        .compose(
            done -> {
              units += done;
              return chain(over);
            });
  }
}
