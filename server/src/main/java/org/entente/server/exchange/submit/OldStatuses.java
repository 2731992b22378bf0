// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.server.store.StatusStore;
import org.entente.server.taxii.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets statuses that were complete for long enough (TAXII 2.1 §4.3). */
public final class OldStatuses {
  private static final Logger LOG = LoggerFactory.getLogger(OldStatuses.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Vertx vertx;
  private final StatusStore statuses;
  private final Duration keep;
  private final InstantSource clock;

  /**
   * Old statuses of a store.
   *
   * @param vertx for the hours
   * @param statuses all of them
   * @param keep how long a status can be read after it is complete, at the least
   * @param clock tells the age
   */
  public OldStatuses(Vertx vertx, StatusStore statuses, Duration keep, InstantSource clock) {
    this.vertx = vertx;
    this.statuses = statuses;
    this.keep = keep;
    this.clock = clock;
  }

  /** Forgets now, and every hour from now on. */
  public Future<Void> start() {
    long unused = vertx.setPeriodic(EVERY.toMillis(), timer -> again());
    return forget().mapEmpty();
  }

  private void again() {
    forget()
        .onComplete(
            count -> LOG.debug("{} old statuses are forgotten", count),
            failed -> LOG.warn("old statuses cannot be forgotten", failed));
  }

  private Future<Integer> forget() {
    return statuses.sweep(Position.of(clock.instant().minus(keep)));
  }
}
