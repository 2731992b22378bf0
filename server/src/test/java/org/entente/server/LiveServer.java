// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.entente.server.config.Config;
import org.entente.server.config.ConfigLoader;
import org.entente.server.http.ListenersSettings;

/** A whole server in this process: the sample community, loopback, free ports, time in our hand. */
final class LiveServer implements AutoCloseable {
  static final String INDICATORS =
      "/exchange/collections/bfc8ac04-4dfe-4a15-b109-7fd608074276/objects/";
  static final String TAXII = "application/taxii+json;version=2.1";

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  final AtomicLong nanos = new AtomicLong();
  final Path data;

  private final Vertx vertx = Vertx.vertx();
  private final Server server;

  private LiveServer(Path data, ListenersSettings settings) throws NoSuchAlgorithmException {
    this.data = data;
    SecureRandom random = SecureRandom.getInstanceStrong();
    Chance chance = new Chance(now::get, nanos::get, random);
    server = new Wiring(vertx, settings, data, chance).server();
  }

  /** What a test sets before a server starts. */
  static final class Plan {
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private UnaryOperator<ListenersSettings> change = usual -> usual;

    private Plan(Path data) {
      this.data = data;
      set("listen.partners", "127.0.0.1:0");
      set("listen.management", "127.0.0.1:0");
      set("listen.plain", "true");
    }

    /** A key of the configuration. */
    Plan set(String key, String value) {
      environment.put("ENTENTE_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value);
      return this;
    }

    Plan listeners(UnaryOperator<ListenersSettings> changed) {
      change = changed;
      return this;
    }

    LiveServer start() throws Exception {
      Config config = ConfigLoader.load(Optional.empty(), environment);
      LiveServer live = new LiveServer(data, change.apply(ListenersSettings.usual(config, 2)));
      try {
        await(live.server.start(Optional.of(Path.of("../config/communities/sample"))));
      } catch (Exception failed) {
        live.close();
        throw failed;
      }
      return live;
    }
  }

  static Plan plan(Path data) {
    return new Plan(data);
  }

  static LiveServer start(Path data) throws Exception {
    return plan(data).start();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  URI partners() {
    return server.partners();
  }

  URI management() {
    return server.management();
  }

  /** Time goes on, on the wall and on the ticker. */
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    nanos.addAndGet(time.toNanos());
  }

  String adminToken() throws IOException {
    return Files.readString(data.resolve("admin.token")).strip();
  }

  /** A call of the admin API. */
  RawAnswer admin(String method, String path, String type, String body) throws IOException {
    try (RawSocket socket = RawSocket.to(management())) {
      return socket
          .send(
              method
                  + " /admin/v1"
                  + path
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                  + adminToken()
                  + "\r\nContent-Type: "
                  + type
                  + "\r\nContent-Length: "
                  + body.getBytes(StandardCharsets.UTF_8).length
                  + "\r\n\r\n"
                  + body)
          .answer();
    }
  }

  /** Issues a secret for a credential such as {@code acme/soc}. */
  String secret(String credential) throws IOException {
    String[] names = credential.split("/");
    String path = "/members/" + names[0] + "/credentials/" + names[1] + "/secrets";
    return new JsonObject(admin("POST", path, "application/json", "").text()).getString("secret");
  }

  /** The head of a request, without its last line end. */
  static String head(String method, String path, String secret) {
    String authorization = secret.isEmpty() ? "" : "Authorization: Bearer " + secret + "\r\n";
    return method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + authorization;
  }

  RawAnswer get(String path, String secret) throws IOException {
    return ask(head("GET", path, secret) + "Connection: close\r\n\r\n");
  }

  RawAnswer post(String secret, byte[] body) throws IOException {
    return post(secret, "Content-Type: " + TAXII, body);
  }

  RawAnswer post(String secret, String headers, byte[] body) throws IOException {
    String head =
        head("POST", INDICATORS, secret)
            + headers
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (RawSocket socket = RawSocket.to(partners())) {
      return socket.send(head).send(body).answer();
    }
  }

  RawAnswer ask(String request) throws IOException {
    try (RawSocket socket = RawSocket.to(partners())) {
      return socket.send(request).answer();
    }
  }

  @Override
  public void close() throws Exception {
    await(server.stop(vertx));
  }
}
