// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.entente.server.http.endpoint.Response;
import org.entente.server.http.endpoint.Response.Body;
import org.entente.server.taxii.MediaTypes;
import org.entente.server.taxii.TaxiiFailure;

/** Answers what is no HTTP request, as far as one can, and ends the connection. */
final class BadRequests {
  private final ErrorWriter errors;
  private final RequestIds ids;

  BadRequests(ErrorWriter errors, RequestIds ids) {
    this.errors = errors;
    this.ids = ids;
  }

  void handle(HttpServerRequest request) {
    String id = ids.fresh();
    Response answer = errors.response(failure(request).exception(), id);
    byte[] body = answer.body() instanceof Body.Json json ? json.bytes() : new byte[0];
    var unused =
        request
            .response()
            .setStatusCode(answer.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.TAXII)
            .putHeader(ResponseWriter.REQUEST_ID, id)
            .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
            .end(Buffer.buffer(body))
            .onComplete(done -> request.connection().close());
  }

  /** A whole answer to headers that do not come. */
  byte[] slow() {
    return errors.raw(new TaxiiFailure.TooSlow("the headers came too slowly"));
  }

  private static TaxiiFailure failure(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return new TaxiiFailure.UriTooLong("the request line is too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new TaxiiFailure.HeadersTooLarge("the headers are too large");
    }
    return new TaxiiFailure.BadRequest("this is no HTTP request");
  }
}
