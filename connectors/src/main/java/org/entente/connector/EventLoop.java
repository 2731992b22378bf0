// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The bridge from threads that are not Vert.x's. A call that is made there may have its answer
 * before anybody listens: handlers of streams must be set on the thread where the events come.
 */
public final class EventLoop {
  private EventLoop() {}

  /** Runs the work where its events will come; at once, when the caller is on a Vert.x thread. */
  public static <T> Future<T> run(Vertx vertx, Supplier<Future<T>> work) {
    if (Vertx.currentContext() != null) {
      return work.get();
    }
    return Future.future(
        result ->
            vertx.runOnContext(
                begun ->
                    Future.<Void>succeededFuture().compose(now -> work.get()).onComplete(result)));
  }
}
