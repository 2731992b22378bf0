// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.entente.server.HttpCaller.Ask;
import org.entente.server.HttpCaller.Reply;

/** Stands between a client and a server, and spoils answers as it is told, one each. */
final class Weather implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final Set<String> OF_THE_HOP =
      Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding");

  /** What becomes of an answer. */
  enum Answer {
    PASSES,
    /** The server has done its work, and the client sees half of the answer. */
    BREAKS_OFF,
    /** 429, and the server was not asked. */
    TOO_MANY,
    /** 503, and the server was not asked. */
    UNAVAILABLE
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Answer> forecast = new ConcurrentLinkedQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpCaller caller = new HttpCaller();
  private final URI behind;
  private final HttpServer server;

  Weather(URI behind) throws Exception {
    this.behind = behind;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .await(SECONDS, TimeUnit.SECONDS);
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  /** What becomes of the next answers; those after them pass. */
  void forecast(Answer... answers) {
    forecast.addAll(List.of(answers));
  }

  private void handle(HttpServerRequest request) {
    asked.add(request.method() + " " + request.uri());
    Answer answer = forecast.isEmpty() ? Answer.PASSES : forecast.remove();
    Future<Void> unused =
        request
            .body()
            .compose(
                body ->
                    switch (answer) {
                      case TOO_MANY -> refuse(request, 429);
                      case UNAVAILABLE -> refuse(request, 503);
                      default -> forward(request, body, answer == Answer.BREAKS_OFF);
                    });
  }

  private static Future<Void> refuse(HttpServerRequest request, int status) {
    return request.response().setStatusCode(status).putHeader("Retry-After", "1").end();
  }

  private Future<Void> forward(HttpServerRequest request, Buffer body, boolean broken) {
    Ask ask = Ask.of(request.method().name(), request.uri()).body(body, false);
    for (Map.Entry<String, String> header : request.headers()) {
      if (!OF_THE_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        ask = ask.with(header.getKey(), header.getValue());
      }
    }
    return caller.begin(behind, ask).compose(reply -> pass(request, reply, broken));
  }

  private static Future<Void> pass(HttpServerRequest request, Reply reply, boolean broken) {
    request.response().setStatusCode(reply.status());
    reply.headers().forEach((name, value) -> request.response().headers().add(name, value));
    if (!broken) {
      return request.response().end(reply.body());
    }
    request.response().putHeader("Content-Length", String.valueOf(reply.body().length()));
    return request
        .response()
        .write(reply.body().slice(0, reply.body().length() / 2))
        .compose(written -> request.connection().close());
  }

  @Override
  public void close() throws Exception {
    caller.close();
    vertx.close().await(SECONDS, TimeUnit.SECONDS);
  }
}
