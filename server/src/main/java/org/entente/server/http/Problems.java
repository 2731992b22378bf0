// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.entente.server.observe.LogFields;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The failures of what is not TAXII, as problem documents (RFC 9457). */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final RequestIds ids;

  Problems(RequestIds ids) {
    this.ids = ids;
  }

  /** The failure handler of a router. */
  void answer(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause != null) {
      answer(context.response(), cause);
      return;
    }
    String what = context.request().method() + " means nothing here";
    TaxiiFailure failure =
        switch (context.statusCode()) {
          case 400 -> new TaxiiFailure.BadRequest("the request cannot be read");
          case 404 -> new TaxiiFailure.NotFound("there is nothing at this path");
          case 405 -> new TaxiiFailure.BadRequest(what);
          case 408 -> new TaxiiFailure.TooSlow("the body came too slowly");
          case 413 -> new TaxiiFailure.TooLarge("the body is too large");
          default -> new TaxiiFailure.Internal();
        };
    write(context.response(), failure, context.statusCode(), ids.fresh());
  }

  /** Answers a request that ended in a failure. */
  void answer(HttpServerResponse response, Throwable cause) {
    TaxiiFailure failure = Failures.of(cause);
    String errorId = ids.fresh();
    if (failure instanceof TaxiiFailure.Internal) {
      LOG.atError().addKeyValue(LogFields.ERROR, errorId).setCause(cause).log("a call failed");
    }
    write(response, failure, failure.status(), errorId);
  }

  private static void write(
      HttpServerResponse response, TaxiiFailure failure, int status, String errorId) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    for (var header : ErrorWriter.headers(failure)) {
      response.headers().add(header.name(), header.value());
    }
    var unused =
        response
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(body(failure, status, errorId).toBuffer());
  }

  private static JsonObject body(TaxiiFailure failure, int status, String errorId) {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", failure.title())
        .put("status", status)
        .put("detail", failure.description())
        .put("error_id", errorId);
  }

  /** What a router answers where it has no route. */
  static TaxiiException nothing() {
    return new TaxiiFailure.NotFound("there is nothing at this path").exception();
  }
}
