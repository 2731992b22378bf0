// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.entente.SuppressForbidden;
import org.jspecify.annotations.Nullable;

/** A future that a lane completes, on the context of whoever asked. */
final class Reply<T> {
  private final Context context;
  private final Promise<T> promise;

  @SuppressForbidden("the answer comes from a thread that Vert.x does not know")
  Reply(Vertx vertx) {
    context = vertx.getOrCreateContext();
    promise = Promise.promise();
  }

  Future<T> future() {
    return promise.future();
  }

  void complete(@Nullable T value) {
    context.runOnContext(ignored -> promise.tryComplete(value));
  }

  void fail(Throwable cause) {
    Throwable known = Failures.of(cause);
    context.runOnContext(ignored -> promise.tryFail(known));
  }
}
