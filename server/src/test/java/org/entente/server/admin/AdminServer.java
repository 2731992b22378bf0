// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.plan.Planner;

/** The admin API on a real socket, over a fake exchange. */
public final class AdminServer implements AutoCloseable {
  public final FakeExchange exchange = new FakeExchange();
  private static final Documents DOCUMENTS = new Documents();

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger errors = new AtomicInteger();
  private final HttpServer server;
  private final String scheme;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** A server without TLS. */
  public AdminServer() throws Exception {
    this(new HttpServerOptions());
  }

  /** A server with options. */
  public AdminServer(HttpServerOptions options) throws Exception {
    scheme = options.isSsl() ? "https" : "http";
    Map<String, Operator> tokens =
        Map.of(
            "first", Operator.FIRST,
            "ana", new Operator("ana", Set.of(Role.HUB_ADMIN)),
            "carl", new Operator("carl", Set.of(Role.HUB_CURATOR)),
            "otto", new Operator("otto", Set.of(Role.HUB_AUDITOR)));
    AdminDoor door =
        (token, from) ->
            token.equals("slow")
                ? vertx.timer(50, TimeUnit.MILLISECONDS).map(Optional.of(Operator.FIRST))
                : Future.succeededFuture(Optional.ofNullable(tokens.get(token)));
    Offload offload =
        new Offload() {
          @Override
          public <T> Future<T> run(Callable<T> task) {
            return vertx.executeBlocking(task);
          }
        };
    AdminParts parts =
        new AdminParts(
            door,
            new Cases(exchange, exchange, exchange, exchange, exchange, exchange),
            DOCUMENTS,
            new Planner(Set.of("exchange"), () -> FakeExchange.NOW),
            offload,
            () -> "error-" + errors.incrementAndGet());
    Router root = Router.router(vertx);
    root.route("/admin/*").subRouter(new AdminApi(parts).router(vertx));
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(root)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  public URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + server.actualPort() + path);
  }

  HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token);
  }

  Reply send(HttpRequest.Builder request) throws Exception {
    return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  Reply get(String path) throws Exception {
    return send(request("first", path));
  }

  Reply send(String method, String path, String type, String body) throws Exception {
    return send(
        request("first", path)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonObject json() {
      return new JsonObject(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
