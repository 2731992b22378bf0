// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * A body that was not wanted. Closing at once would reset the connection under a client that still
 * sends, and it would never read the answer; so the rest is thrown away, within bounds.
 */
public final class Leftover {
  private static final long KEEP_ALIVE = 64 * 1024;
  private static final long MOST = 128L * 1024 * 1024;
  private static final long MILLIS = 10_000;

  private long thrown;

  private Leftover() {}

  /** Whether a request has a body, as far as its headers tell. */
  public static boolean announced(HttpServerRequest request) {
    String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
    return length != null ? !length.equals("0") : mayHaveBody(request);
  }

  private static boolean mayHaveBody(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        ? !request.isEnded()
        : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private static boolean unread(HttpServerRequest request) {
    return announced(request) && !request.isEnded();
  }

  /** Says in the answer whether the connection will be closed for the sake of the body. */
  public static void announce(HttpServerRequest request) {
    if (unread(request) && request.version() != HttpVersion.HTTP_2 && !isShort(request)) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private static boolean isShort(HttpServerRequest request) {
    String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.length() < 6 && Long.parseLong(length) <= KEEP_ALIVE;
  }

  /** Throws away what is left, if anything, after the answer was written. */
  public static void discard(Vertx vertx, HttpServerRequest request) {
    if (!unread(request)) {
      return;
    }
    HttpServerResponse response = request.response();
    if (request.version() == HttpVersion.HTTP_2) {
      var unused = response.reset(0L);
      return;
    }
    Leftover leftover = new Leftover();
    long timer = vertx.setTimer(MILLIS, unused -> close(request));
    request.exceptionHandler(unused -> {});
    request.handler(
        chunk -> {
          leftover.thrown += chunk.length();
          if (leftover.thrown > MOST) {
            close(request);
          }
        });
    request.endHandler(
        unused -> {
          vertx.cancelTimer(timer);
          closeUnlessShort(request);
        });
    request.resume();
  }

  private static void closeUnlessShort(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2 && !isShort(request)) {
      close(request);
    }
  }

  private static void close(HttpServerRequest request) {
    var unused = request.connection().close();
  }
}
