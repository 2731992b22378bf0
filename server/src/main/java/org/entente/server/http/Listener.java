// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.entente.server.config.HostPort;
import org.entente.server.http.tls.CertificateWatch;
import org.entente.server.http.wire.Connections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop that listens. Several of them share an address. */
final class Listener extends VerticleBase {
  /** The longest request line, in bytes. */
  static final int LINE = 16 * 1024;

  /** The largest sum of headers, in bytes. */
  static final int HEADERS = 32 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int STREAMS = 100;
  private static final int BACKLOG = 1024;

  private final Door door;
  private final Connections connections;
  private @Nullable HttpServer server;

  Listener(Door door) {
    this.door = door;
    Door.Bounds bounds = door.bounds();
    this.connections =
        new Connections(
            bounds.room(), bounds.outgoing(), bounds.patience(), http1(), door.bad()::slow);
  }

  /** What handles the requests of one event loop. */
  interface Loop {
    Handler<HttpServerRequest> on(Connections connections);
  }

  static Http1ServerConfig http1() {
    return new Http1ServerConfig().setMaxInitialLineLength(LINE).setMaxHeaderSize(HEADERS);
  }

  @Override
  public Future<?> start() {
    Optional<ServerSSLOptions> tls =
        door.tls().map(known -> known.certificates().read(known.clients()));
    HttpServer listening =
        vertx
            .createHttpServer(config(tls.isPresent()), tls.orElse(null))
            .connectionHandler(this::opened)
            .exceptionHandler(broken -> LOG.debug("a connection failed", broken))
            .invalidRequestHandler(door.bad()::handle)
            .requestHandler(door.loop().on(connections));
    server = listening;
    long unused =
        vertx.setPeriodic(door.bounds().patience().tick().toMillis(), timer -> connections.look());
    return listening
        .listen(address())
        .onSuccess(
            open -> {
              door.port().set(open.actualPort());
              door.tls()
                  .ifPresent(
                      known ->
                          CertificateWatch.start(
                              vertx, known.reload(), known.certificates(), open, known.clients()));
            });
  }

  /** Loops that ask for port 0 would each get their own; this is one free port for all of them. */
  private SocketAddress address() {
    HostPort wanted = door.address();
    return wanted.port() == 0
        ? SocketAddress.sharedRandomPort(door.number(), wanted.host())
        : SocketAddress.inetSocketAddress(wanted.port(), wanted.host());
  }

  private void opened(HttpConnection connection) {
    connection.exceptionHandler(broken -> LOG.debug("a connection broke", broken));
    connections.opened(connection);
  }

  private HttpServerConfig config(boolean tls) {
    HttpServerConfig config = new HttpServerConfig();
    if (tls) {
      config.setVersions(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1, HttpVersion.HTTP_2);
    } else {
      config.setVersions(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);
    }
    config.getTcpConfig().setAcceptBacklog(BACKLOG);
    return config
        .setHttp1Config(http1())
        .setHttp2Config(
            new Http2ServerConfig()
                .setInitialSettings(
                    new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS)
                        .setMaxHeaderListSize(HEADERS)));
  }

  @Override
  public Future<?> stop() {
    HttpServer listening = server;
    if (listening == null) {
      return Future.succeededFuture();
    }
    Duration grace = door.bounds().grace();
    // Vert.x goes on to wait for readers that take nothing.
    long timer = vertx.setTimer(grace.toMillis(), over -> connections.cutOff());
    return listening.shutdown(grace).onComplete(closed -> vertx.cancelTimer(timer));
  }
}
