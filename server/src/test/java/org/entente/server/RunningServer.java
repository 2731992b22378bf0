// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.entente.server.config.Config;
import org.entente.server.config.ConfigLoader;

/**
 * A whole server within the test: a real store on disk, real sockets on loopback, plain HTTP, and a
 * clock that stands until it is moved. It can be stopped and started again on the same data.
 */
public final class RunningServer implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final int MANY = 100_000;
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final Config config;
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final HttpCaller caller;
  private Vertx vertx = Vertx.vertx();
  private Server server;

  private RunningServer(Path folder, Config config) throws Exception {
    this.folder = folder;
    this.config = config;
    this.caller = new HttpCaller();
    this.server = started();
  }

  /**
   * Starts a server.
   *
   * @param folder where it keeps everything
   * @param yaml its configuration; listeners are set here
   */
  public static RunningServer start(Path folder, String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("entente.yaml"), yaml);
    return new RunningServer(folder, Plain.on(ConfigLoader.load(Optional.of(file), Map.of()), 0));
  }

  private Server started() throws Exception {
    LongSupplier ticker = () -> Duration.between(BEGIN, now.get()).toNanos();
    Chance chance = new Chance(now::get, ticker, SecureRandom.getInstanceStrong());
    Server built = new Wiring(vertx, config, folder.resolve("data"), chance).server();
    built.start(Optional.empty()).await(SECONDS, TimeUnit.SECONDS);
    return built;
  }

  /** Stops in order, and starts again on the same data, on other ports. */
  public void restart() throws Exception {
    server.stop(vertx).await(SECONDS, TimeUnit.SECONDS);
    vertx = Vertx.vertx();
    server = started();
  }

  /** Moves the clock of the server forward. */
  public void later(Duration by) {
    now.updateAndGet(before -> before.plus(by));
  }

  /** What the clock of the server says. */
  public Instant now() {
    return now.get();
  }

  /** Where partners are served. */
  public URI partners() {
    return server.partners();
  }

  /** Where administrators are served. */
  public URI management() {
    return server.management();
  }

  /** Where everything is kept. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Asks partners' side. */
  public HttpCaller.Reply ask(HttpCaller.Ask ask) throws Exception {
    return caller.send(partners(), ask);
  }

  /**
   * Asks partners' side to store objects, and waits until each one is decided.
   *
   * @return the answer to the push, or the last one about its status
   */
  public HttpCaller.Reply push(HttpCaller.Ask push) throws Exception {
    return settled(push, ask(push));
  }

  /** The answer to a push, or the last one about its status when it was pending. */
  public HttpCaller.Reply settled(HttpCaller.Ask push, HttpCaller.Reply answer) throws Exception {
    HttpCaller.Reply reply = answer;
    for (int i = 0; i < MANY && reply.text().contains("\"status\":\"pending\""); i++) {
      String root = push.target().split("/")[1];
      String id = new JsonObject(reply.text()).getString("id");
      reply =
          ask(
              new HttpCaller.Ask(
                  "GET",
                  "/" + root + "/status/" + id + "/",
                  push.headers().stream()
                      .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
                      .filter(header -> !header.name().equalsIgnoreCase("Content-Encoding"))
                      .toList(),
                  Buffer.buffer(),
                  false));
    }
    return reply;
  }

  /** Applies resources: YAML documents, or a JSON array of them. */
  public void apply(String documents) throws Exception {
    String type =
        documents.stripLeading().startsWith("[") ? "application/json" : "application/yaml";
    HttpCaller.Reply reply =
        administer(
            HttpCaller.Ask.of("POST", "/admin/v1/apply")
                .with("Content-Type", type)
                .body(documents));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  /** A new secret of a credential, {@code member/name}. */
  public String issue(String credential) throws Exception {
    List<String> parts = List.of(credential.split("/"));
    HttpCaller.Reply reply =
        administer(
            HttpCaller.Ask.of(
                "POST",
                "/admin/v1/members/" + parts.get(0) + "/credentials/" + parts.get(1) + "/secrets"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return new JsonObject(reply.text()).getString("secret");
  }

  /** Asks the administrators' side with the first token. */
  public HttpCaller.Reply administer(HttpCaller.Ask ask) throws Exception {
    String token = Files.readString(data().resolve("admin.token")).strip();
    return caller.send(management(), ask.with("Authorization", "Bearer " + token));
  }

  @Override
  public void close() throws Exception {
    caller.close();
    server.stop(vertx).await(SECONDS, TimeUnit.SECONDS);
  }
}
