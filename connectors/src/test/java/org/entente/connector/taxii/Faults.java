// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Answers that no client hopes for. */
public final class Faults {
  private Faults() {}

  /** A status with headers and an error body. */
  public static Handler<HttpServerRequest> status(int status, Map<String, String> headers) {
    return request -> {
      headers.forEach(request.response()::putHeader);
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/taxii+json;version=2.1")
          .end("{\"title\":\"no\",\"description\":\"not now\",\"error_id\":\"e1\"}");
    };
  }

  public static Handler<HttpServerRequest> status(int status) {
    return status(status, Map.of());
  }

  /** A good beginning of a longer body, then nothing but a closed connection. */
  public static Handler<HttpServerRequest> brokenOff(String beginning) {
    return request ->
        request
            .response()
            .putHeader("Content-Type", "application/taxii+json;version=2.1")
            .putHeader("Content-Length", "100000")
            .write(Buffer.buffer(beginning))
            .onComplete(written -> request.connection().close());
  }

  /** A connection that ends without an answer. */
  public static Handler<HttpServerRequest> hangUp() {
    return request -> request.connection().close();
  }

  /** Whatever the body, then the given text as a whole answer. */
  public static Handler<HttpServerRequest> text(String contentType, String text) {
    return request -> request.response().putHeader("Content-Type", contentType).end(text);
  }
}
