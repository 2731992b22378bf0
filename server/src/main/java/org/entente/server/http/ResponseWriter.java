// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;
import org.entente.server.http.endpoint.Negotiation;
import org.entente.server.http.endpoint.Response;
import org.entente.server.http.wire.Leftover;
import org.entente.server.http.wire.Peer;
import org.entente.server.taxii.MediaTypes;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;

/** Puts answers on the wire: headers, gzip, large pages in parts at the reader's pace. */
final class ResponseWriter {
  static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");

  private static final CharSequence TAXII = HttpHeaders.createOptimized(MediaTypes.TAXII);
  private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence SNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

  /** Bodies up to this size are written at once, larger ones in parts of this size. */
  private static final int PART = 256 * 1024;

  /** Answers up to this size take no room among what is not yet sent, so errors always can. */
  private static final int SMALL = 16 * 1024;

  private final Executor compressors;

  ResponseWriter(Executor compressors) {
    this.compressors = compressors;
  }

  /**
   * Writes an answer; called on the event loop of the request.
   *
   * @param made called once the answer is counted among what is not yet sent, or failed
   * @return when the reader has taken it; fails with {@link TaxiiException}, before anything is
   *     written, where too much waits for readers already
   */
  Future<Void> write(
      HttpServerRequest request,
      Response response,
      Peer peer,
      String requestId,
      Context context,
      Runnable made) {
    boolean gzip = Negotiation.gzip(request.headers().get(HttpHeaders.ACCEPT_ENCODING));
    return Encoded.of(response.body(), gzip, context, compressors)
        .compose(
            encoded -> {
              Future<Void> sent = send(request, response, encoded, peer, requestId);
              made.run();
              return sent;
            })
        .onFailure(failure -> made.run());
  }

  private Future<Void> send(
      HttpServerRequest request, Response response, Encoded encoded, Peer peer, String requestId) {
    HttpServerResponse out = request.response();
    if (out.closed()) {
      return Future.succeededFuture();
    }
    boolean bare = request.method() == HttpMethod.HEAD;
    int length = encoded.length();
    Peer.Sending sending =
        bare || length <= SMALL
            ? peer.send()
            : peer.send(length).orElseThrow(ResponseWriter::noRoom);
    out.setStatusCode(response.status());
    headers(out.headers(), response, requestId);
    if (encoded.zipped()) {
      out.headers().set(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    Leftover.announce(request);
    if (bare || length > PART || encoded.hasTail()) {
      out.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
    }
    Future<Void> sent = bare ? out.end() : body(out, encoded, sending, 0);
    return sent.onComplete(unused -> sending.end());
  }

  private static TaxiiException noRoom() {
    return new TaxiiFailure.Overloaded("too many answers wait for their readers", 2).exception();
  }

  private static void headers(MultiMap headers, Response response, String requestId) {
    headers.set(HttpHeaders.CONTENT_TYPE, TAXII);
    headers.set(REQUEST_ID, requestId);
    headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    headers.set(SNIFF, NO_SNIFF);
    for (Response.Header header : response.headers()) {
      headers.add(header.name(), header.value());
    }
  }

  /**
   * What is left of the head in parts, each when the one before is taken, then the tail. They are
   * written apart, since joined to the tail the shared head would be copied once more.
   */
  private static Future<Void> body(
      HttpServerResponse out, Encoded encoded, Peer.Sending sending, int from) {
    int left = encoded.head().length - from;
    if (left > PART) {
      return out.write(encoded.part(from, PART))
          .compose(
              taken -> {
                sending.sent(PART);
                return body(out, encoded, sending, from + PART);
              });
    }
    Buffer last = encoded.part(from, left);
    return encoded.hasTail()
        ? Future.all(out.write(last), out.end(Buffer.buffer(encoded.tail()))).mapEmpty()
        : out.end(last);
  }
}
