// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** Asks one listener of the node, as one caller. */
final class Api {
  private final HttpClient client;
  private final int port;
  private final String authorization;
  private final String accept;

  /**
   * A caller.
   *
   * @param port of loopback
   * @param authorization the header's value
   * @param accept the media type of answers
   */
  Api(HttpClient client, int port, String authorization, String accept) {
    this.client = client;
    this.port = port;
    this.authorization = authorization;
    this.accept = accept;
  }

  Future<JsonObject> get(String path) {
    return ask(HttpMethod.GET, path, "", Buffer.buffer());
  }

  Future<JsonObject> post(String path, String type, Buffer body) {
    return ask(HttpMethod.POST, path, type, body);
  }

  private Future<JsonObject> ask(HttpMethod method, String path, String type, Buffer body) {
    return client
        .request(method, port, "127.0.0.1", path)
        .compose(
            request -> {
              request.putHeader("Authorization", authorization).putHeader("Accept", accept);
              if (!type.isEmpty()) {
                request.putHeader("Content-Type", type);
              }
              return request.send(body);
            })
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        text ->
                            answer.statusCode() < 300
                                ? Future.succeededFuture(new JsonObject(text))
                                : Future.failedFuture(
                                    new DemoException(
                                        method
                                            + " "
                                            + path
                                            + " answered "
                                            + answer.statusCode()
                                            + ": "
                                            + text))));
  }
}
