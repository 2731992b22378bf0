// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.entente.server.exchange.read.Feed;
import org.entente.server.exchange.submit.Watch;
import org.entente.server.observe.Metrics;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/** Counts what the use cases tell of. */
final class Meters {
  private Meters() {}

  static Feed.Watch reading(Metrics metrics) {
    return new Feed.Watch() {
      @Override
      public void page(boolean fromMemory) {
        metrics.page(fromMemory);
      }

      @Override
      public void mismatch() {
        metrics.mismatched();
      }
    };
  }

  static Watch takingIn(Metrics metrics, LongSupplier ticker) {
    return new Watch() {
      @Override
      public <T> Future<T> committing(int objects, Supplier<Future<T>> commit) {
        long began = ticker.getAsLong();
        return commit
            .get()
            .onSuccess(
                durable -> {
                  Duration took = Duration.ofNanos(ticker.getAsLong() - began);
                  metrics.committed(objects, took);
                });
      }

      @Override
      public void found(Level level, StixRule rule, int count) {
        metrics.found(level, rule, count);
      }

      @Override
      public void decided(int added, int present, int refused) {
        metrics.received(Metrics.Received.ADDED, added);
        metrics.received(Metrics.Received.PRESENT, present);
        metrics.received(Metrics.Received.FAILED, refused);
      }
    };
  }
}
