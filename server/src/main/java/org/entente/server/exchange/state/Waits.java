// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.entente.SuppressForbidden;
import org.jspecify.annotations.Nullable;

/** Those who wait for commits to be taken over; each goes on where it came from. */
final class Waits {
  private final List<Wait> waits = new ArrayList<>();
  private long reached;

  private record Wait(long position, @Nullable Context context, Promise<Void> promise) {
    void end() {
      if (context == null) {
        promise.complete();
      } else {
        context.runOnContext(run -> promise.complete());
      }
    }
  }

  /** Done once a position was reached. */
  @SuppressForbidden("commits are taken over on a thread of the store")
  synchronized Future<Void> until(long position) {
    if (position <= reached) {
      return Future.succeededFuture();
    }
    Wait wait = new Wait(position, Vertx.currentContext(), Promise.promise());
    waits.add(wait);
    return wait.promise.future();
  }

  /** All up to a position was taken over. */
  void reached(long position) {
    over(position).forEach(Wait::end);
  }

  private synchronized List<Wait> over(long position) {
    reached = Math.max(reached, position);
    List<Wait> over = waits.stream().filter(wait -> wait.position <= reached).toList();
    waits.removeAll(over);
    return over;
  }
}
