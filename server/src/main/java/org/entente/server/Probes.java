// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.server.observe.Health;
import org.entente.server.observe.Metrics;

/** What machines ask of the management listener, without a token. */
final class Probes {
  private Probes() {}

  /** By path. */
  static Map<String, Handler<RoutingContext>> of(Health health, Metrics metrics) {
    AtomicBoolean storeReady = new AtomicBoolean();
    metrics.storeReady(storeReady::get);
    return Map.of(
        "/health/live",
        context -> context.response().putHeader("Content-Type", "text/plain").end("live\n"),
        "/health/ready",
        context ->
            health
                .ready()
                .onComplete(
                    ready -> {
                      context.response().setStatusCode(ready.ready() ? 200 : 503);
                      context.json(ready.parts());
                    },
                    context::fail),
        "/metrics",
        context ->
            health
                .ready()
                .onComplete(
                    ready -> {
                      storeReady.set(ready.ready());
                      context
                          .response()
                          .putHeader("Content-Type", Metrics.CONTENT_TYPE)
                          .end(metrics.scrape());
                    },
                    context::fail));
  }
}
