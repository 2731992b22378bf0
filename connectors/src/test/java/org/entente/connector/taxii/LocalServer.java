// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server on loopback that misbehaves on demand and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer http;
  private final String scheme;

  /** What was asked, as {@code METHOD path?query}. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers the next requests instead of the behaviour, one each. */
  public final Deque<Handler<HttpServerRequest>> faults = new ConcurrentLinkedDeque<>();

  private LocalServer(HttpServerOptions options, Handler<HttpServerRequest> behaviour)
      throws Exception {
    this.scheme = options.isSsl() ? "https" : "http";
    this.http =
        vertx
            .createHttpServer(options.setCompressionSupported(true))
            .requestHandler(
                request -> {
                  asked.add(request.method() + " " + request.uri());
                  Handler<HttpServerRequest> fault = faults.poll();
                  (fault == null ? behaviour : fault).handle(request);
                })
            .listen(0, "127.0.0.1")
            .await(60, TimeUnit.SECONDS);
  }

  /** Starts on a free port. */
  public static LocalServer start(Handler<HttpServerRequest> behaviour) throws Exception {
    return new LocalServer(new HttpServerOptions(), behaviour);
  }

  static LocalServer start(HttpServerOptions options, Handler<HttpServerRequest> behaviour)
      throws Exception {
    return new LocalServer(options, behaviour);
  }

  public URI url(String path) {
    return URI.create(scheme + "://127.0.0.1:" + http.actualPort() + path);
  }

  public Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() throws TimeoutException {
    vertx.close().await(60, TimeUnit.SECONDS);
  }
}
