// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests outside of what is measured. */
final class Http {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Http(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** A request and its answer, whatever the status. */
  HttpResponse<byte[]> send(
      String method, String path, String authorization, String type, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(120))
            .header("Accept", path.startsWith("/admin") ? "application/json" : Requests.TAXII)
            .header("Authorization", authorization)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new BenchFailure(method + " " + path + ": " + broken, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", stopped);
    }
  }

  /** A GET that must be answered with 200. */
  HttpResponse<byte[]> get(String path, String authorization) {
    return expect(200, "GET", path, send("GET", path, authorization, "text/plain", new byte[0]));
  }

  /** A POST that must be answered with a status. */
  JsonObject post(int status, String path, String authorization, String type, byte[] body) {
    HttpResponse<byte[]> answer = send("POST", path, authorization, type, body);
    return new JsonObject(new String(expect(status, "POST", path, answer).body(), UTF_8));
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private static HttpResponse<byte[]> expect(
      int status, String method, String path, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != status) {
      String body = new String(answer.body(), UTF_8);
      throw new BenchFailure(
          method
              + " "
              + path
              + " answered "
              + answer.statusCode()
              + ": "
              + body.substring(0, Math.min(1000, body.length())));
    }
    return answer;
  }
}
