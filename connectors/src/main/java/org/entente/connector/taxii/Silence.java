// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Notices that a body that has begun does not go on; Vert.x itself waits only for its beginning.
 *
 * @param vertx for the time
 * @param most a silence of this length may be noticed, one of twice this length is
 */
record Silence(Vertx vertx, Duration most) {

  /** Begins to listen; {@code silent} is called at most once, with the reason. */
  Watch listen(Consumer<RuntimeException> silent) {
    return new Watch(silent);
  }

  /** One body that is listened to. Stays on one event loop. */
  final class Watch {
    private final long timer;
    private boolean heard = true;
    private boolean waiting;

    private Watch(Consumer<RuntimeException> silent) {
      timer = vertx.setPeriodic(Math.max(1, most.toMillis()), tick -> look(silent));
    }

    private void look(Consumer<RuntimeException> silent) {
      if (!heard && !waiting) {
        end();
        silent.accept(VertxException.noStackTrace("nothing came for " + most.toMillis() + " ms"));
      }
      heard = false;
    }

    /** Something came. */
    void heard() {
      heard = true;
    }

    /** Nothing can come while this side does not take it. */
    void waiting(boolean now) {
      waiting = now;
      heard = true;
    }

    void end() {
      boolean unused = vertx.cancelTimer(timer);
    }
  }
}
