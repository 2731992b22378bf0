// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Talks to the admin API, one call at a time. */
final class AdminClient {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int PATIENCE_SECONDS = 2;

  private final URI server;
  private final String token;
  private final HttpClient http;
  private final Progress progress;

  /** Hears that something takes long. */
  @FunctionalInterface
  interface Progress {
    void say(String line);
  }

  AdminClient(URI server, String token, SSLContext trust, Progress progress) {
    this.server = server;
    this.token = token;
    this.progress = progress;
    this.http =
        HttpClient.newBuilder()
            .sslContext(trust)
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param json the body; empty where there is none
   */
  record Reply(int status, JsonObject json) {
    boolean done() {
      return status < 300;
    }

    /** The answer, or the reason why there is none. */
    JsonObject need() {
      if (!done()) {
        String id = json.getString("error_id", "");
        throw new CommandException(
            json.getString("detail", "the server answered " + status)
                + (status >= 500 && !id.isEmpty() ? " (" + id + ")" : ""));
      }
      return json;
    }
  }

  Reply get(String path) {
    return send("GET", path, "", "");
  }

  /** Sends a request and waits for its answer. */
  Reply send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(LONGEST)
            .header("Accept", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return reply(http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private Reply reply(CompletableFuture<HttpResponse<String>> sent) {
    try {
      HttpResponse<String> response;
      try {
        response = sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        progress.say("waiting for " + server.getAuthority() + " ...");
        response = sent.get();
      }
      String body = response.body();
      return new Reply(response.statusCode(), new JsonObject(body.isEmpty() ? "{}" : body));
    } catch (ExecutionException e) {
      throw new CommandException("cannot reach " + server + ": " + reason(e));
    } catch (DecodeException e) {
      throw new CommandException("no admin API answers at " + server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted");
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof ConnectException) {
      boolean unknown =
          Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
              .anyMatch(UnresolvedAddressException.class::isInstance);
      return unknown ? "no such host is known" : "connection refused; is `serve` running there?";
    }
    if (cause instanceof IOException && cause.getMessage() != null) {
      return cause.getMessage();
    }
    return cause == null ? "it failed" : cause.getClass().getSimpleName();
  }

  /** A part of a path or a query, encoded. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
