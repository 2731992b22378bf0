// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.http.endpoint.Response;
import org.entente.server.http.endpoint.Response.Header;
import org.entente.server.observe.LogFields;
import org.entente.server.taxii.ErrorBody;
import org.entente.server.taxii.MediaTypes;
import org.entente.server.taxii.TaxiiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place that writes TAXII errors (TAXII 2.1 §3.6), and that logs them: what is the
 * server's fault with its cause, the rest for whoever looks closely.
 */
final class ErrorWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorWriter.class);
  private static final CharSequence WWW_AUTHENTICATE =
      HttpHeaders.createOptimized("WWW-Authenticate");
  private static final List<Header> CHALLENGES =
      List.of(
          new Header(
              WWW_AUTHENTICATE,
              HttpHeaders.createOptimized("Basic realm=\"entente\", charset=\"UTF-8\"")),
          new Header(WWW_AUTHENTICATE, HttpHeaders.createOptimized("Bearer realm=\"entente\"")));

  private final RequestIds ids;

  ErrorWriter(RequestIds ids) {
    this.ids = ids;
  }

  /** The answer to a request that ended in a failure. */
  Response response(Throwable cause, String requestId) {
    TaxiiFailure failure = Failures.of(cause);
    String errorId = ids.fresh();
    log(failure, cause, errorId, requestId);
    return Response.json(failure.status(), new ErrorBody(failure, errorId).json())
        .with(headers(failure));
  }

  /** A whole answer of HTTP/1.1, for where there is no request yet. */
  byte[] raw(TaxiiFailure failure) {
    byte[] body = new ErrorBody(failure, ids.fresh()).json();
    String head =
        "HTTP/1.1 "
            + failure.status()
            + ' '
            + failure.title()
            + "\r\nContent-Type: "
            + MediaTypes.TAXII
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void log(TaxiiFailure failure, Throwable cause, String errorId, String requestId) {
    boolean fault = failure instanceof TaxiiFailure.Internal;
    var event = fault ? LOG.atError() : LOG.atDebug();
    event
        .addKeyValue(LogFields.REQUEST, requestId)
        .addKeyValue(LogFields.ERROR, errorId)
        .setCause(fault ? cause : null)
        .log("{} {}", failure.status(), fault ? failure.title() : failure.description());
  }

  static List<Header> headers(TaxiiFailure failure) {
    if (failure instanceof TaxiiFailure.Unauthorized) {
      return CHALLENGES;
    }
    List<Header> headers = new ArrayList<>();
    if (failure instanceof TaxiiFailure.MethodNotAllowed method) {
      headers.add(new Header(HttpHeaders.ALLOW, String.join(", ", method.allow())));
    } else if (failure instanceof TaxiiFailure.TooManyRequests many) {
      headers.add(retry(many.retryAfter()));
    } else if (failure instanceof TaxiiFailure.Overloaded overloaded) {
      headers.add(retry(overloaded.retryAfter()));
    }
    return headers;
  }

  private static Header retry(long seconds) {
    return new Header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
