// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * One collection that keeps what is posted: {@code bad} objects not, {@code odd} ones with a
 * warning.
 */
final class TinyTaxii implements AutoCloseable {
  static final String PATH = "/r/collections/91a7b528-80eb-42ed-a74d-c6fbd5a26116/";

  final List<String> credentials = new CopyOnWriteArrayList<>();
  final List<String> policies = new CopyOnWriteArrayList<>();
  final List<JsonObject> objects = new CopyOnWriteArrayList<>();
  volatile boolean explains;
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer http;

  TinyTaxii() throws Exception {
    http =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .await(60, TimeUnit.SECONDS);
  }

  String url() {
    return "http://127.0.0.1:" + http.actualPort() + PATH;
  }

  private void handle(HttpServerRequest request) {
    credentials.add(String.valueOf(request.getHeader("Authorization")));
    if (request.method().name().equals("POST")) {
      policies.add(String.valueOf(request.getHeader("X-Exchange-Policy")));
      request.body().onSuccess(body -> post(request, new JsonObject(body)));
      return;
    }
    switch (request.path()) {
      case "/r/" -> answer(request, 200, new JsonObject().put("max_content_length", 1 << 20));
      case PATH -> answer(request, 200, new JsonObject().put("id", "c").put("can_write", true));
      case PATH + "objects/" -> {
        JsonObject page = new JsonObject().put("more", false);
        if (!objects.isEmpty()) {
          page.put("objects", new JsonArray(List.copyOf(objects)));
          request.response().putHeader("X-TAXII-Date-Added-Last", "2026-01-01T00:00:00.000001Z");
        }
        answer(request, 200, page);
      }
      default -> answer(request, 404, new JsonObject().put("title", "not found"));
    }
  }

  private void post(HttpServerRequest request, JsonObject envelope) {
    if (explains && request.path().equals("/member/v1/explain")) {
      answer(request, 200, new JsonObject().put("items", envelope.getJsonArray("objects")));
      return;
    }
    if (!request.path().equals(PATH + "objects/")) {
      answer(request, 404, new JsonObject().put("title", "not found"));
      return;
    }
    JsonArray failures = new JsonArray();
    JsonArray successes = new JsonArray();
    JsonArray sent = envelope.getJsonArray("objects");
    for (Object each : sent) {
      JsonObject object = (JsonObject) each;
      if (object.getString("type").equals("bad")) {
        failures.add(
            new JsonObject()
                .put("id", object.getString("id"))
                .put("version", object.getString("v", "v1"))
                .put("message", "no"));
      } else {
        objects.add(object);
        JsonObject success =
            new JsonObject().put("id", object.getString("id")).put("version", "v1");
        boolean odd = object.getString("type").equals("odd");
        successes.add(odd ? success.put("message", "warning: it is odd") : success);
      }
    }
    JsonObject status =
        new JsonObject()
            .put("id", "s1")
            .put("status", "complete")
            .put("total_count", sent.size())
            .put("successes", successes)
            .put("success_count", sent.size() - failures.size())
            .put("failure_count", failures.size())
            .put("pending_count", 0);
    answer(request, 202, failures.isEmpty() ? status : status.put("failures", failures));
  }

  private static void answer(HttpServerRequest request, int code, JsonObject body) {
    request
        .response()
        .setStatusCode(code)
        .putHeader("Content-Type", "application/taxii+json;version=2.1")
        .end(body.encode());
  }

  @Override
  public void close() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }
}
