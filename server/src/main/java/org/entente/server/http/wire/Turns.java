// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.entente.SuppressForbidden;
import org.entente.server.taxii.TaxiiFailure;

/**
 * How many pages are looked up and encoded at once, over all loops; the others wait in the order in
 * which they came. Only what has been encoded is counted as {@link Outgoing}: without turns a crowd
 * that asks at the same moment would have all its pages made before the first of them is refused.
 */
public final class Turns {
  private static final int MAX_WAITING = 20_000;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int free;

  /** So many at once. */
  public Turns(int atOnce) {
    this.free = atOnce;
  }

  private record Waiting(Context context, Promise<Turn> promise) {}

  /** Leave to make one page. */
  public final class Turn {
    private boolean over;

    /** The page is made, or will not be; more calls do nothing. */
    public void end() {
      if (!over) {
        over = true;
        next().ifPresent(one -> one.context.runOnContext(run -> one.promise.complete(new Turn())));
      }
    }
  }

  private synchronized Optional<Waiting> next() {
    Optional<Waiting> first = Optional.ofNullable(waiting.poll());
    if (first.isEmpty()) {
      free++;
    }
    return first;
  }

  /**
   * Asks for a turn.
   *
   * @param context where the future completes
   * @return the turn, to be ended whatever happens; fails where too many wait
   */
  @SuppressForbidden("the bridge from those who end their turns to those who wait")
  public synchronized Future<Turn> take(Context context) {
    if (free > 0) {
      free--;
      return Future.succeededFuture(new Turn());
    }
    if (waiting.size() >= MAX_WAITING) {
      return Future.failedFuture(
          new TaxiiFailure.Overloaded("too many pages are asked for at once", 2).exception());
    }
    Promise<Turn> promise = Promise.promise();
    waiting.add(new Waiting(context, promise));
    return promise.future();
  }
}
