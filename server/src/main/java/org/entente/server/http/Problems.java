// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.entente.server.observe.LogFields;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The failures of what is not TAXII, as problem documents (RFC 9457). */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final RequestIds ids;
  private final Surroundings around;

  Problems(RequestIds ids, Surroundings around) {
    this.ids = ids;
    this.around = around;
  }

  /**
   * Begins a request that a router answers: names it, and counts it when it is over.
   *
   * @param endpoint the name that it is counted under
   */
  void begin(RoutingContext context, String endpoint) {
    String id = ids.of(context.request().getHeader(ResponseWriter.REQUEST_ID));
    context.response().putHeader(ResponseWriter.REQUEST_ID, id);
    long began = around.ticker().getAsLong();
    int unused = context.addEndHandler(over -> ended(context, endpoint, id, began));
  }

  private void ended(RoutingContext context, String endpoint, String id, long began) {
    String method = context.request().method().name();
    int status = context.response().getStatusCode();
    Duration took = Duration.ofNanos(around.ticker().getAsLong() - began);
    around.metrics().answered(endpoint, method, status, took);
    LOG.atDebug()
        .addKeyValue(LogFields.REQUEST, id)
        .log("{} {} {} {}", method, endpoint, status, took);
  }

  /** The failure handler of a router. */
  void answer(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause != null) {
      answer(context.response(), cause);
      return;
    }
    TaxiiFailure failure =
        switch (context.statusCode()) {
          case 400 -> new TaxiiFailure.BadRequest("the request cannot be read");
          case 404 -> new TaxiiFailure.NotFound("there is nothing at this path");
          case 405 -> new TaxiiFailure.MethodNotAllowed(List.of("GET", "HEAD"));
          case 408 -> new TaxiiFailure.TooSlow("the body came too slowly");
          case 413 -> new TaxiiFailure.TooLarge("the body is too large");
          default -> new TaxiiFailure.Internal();
        };
    write(context.response(), failure, ids.fresh());
  }

  /** Answers a request that ended in a failure. */
  void answer(HttpServerResponse response, Throwable cause) {
    TaxiiFailure failure = Failures.of(cause);
    String errorId = ids.fresh();
    if (failure instanceof TaxiiFailure.Internal) {
      LOG.atError().addKeyValue(LogFields.ERROR, errorId).setCause(cause).log("a call failed");
    }
    write(response, failure, errorId);
  }

  private static void write(HttpServerResponse response, TaxiiFailure failure, String errorId) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    for (var header : ErrorWriter.headers(failure)) {
      response.headers().add(header.name(), header.value());
    }
    var unused =
        response
            .setStatusCode(failure.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(body(failure, errorId).toBuffer());
  }

  private static JsonObject body(TaxiiFailure failure, String errorId) {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", failure.title())
        .put("status", failure.status())
        .put("detail", failure.description())
        .put("error_id", errorId);
  }

  /** What a router answers where it has no route. */
  static TaxiiException nothing() {
    return new TaxiiFailure.NotFound("there is nothing at this path").exception();
  }
}
