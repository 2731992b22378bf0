// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A running server with a member that pushes to one collection. */
final class PushedHouse implements AutoCloseable {
  private static final String COLLECTION = "5a1c7a36-1f4e-4a35-9d64-2c7b1b9e0f11";
  private static final String COMMUNITY =
      """
      kind: Member
      id: acme
      name: Acme
      status: active
      org_kind: private
      seat: [US]
      handles_up_to: RED
      ---
      {kind: Credential, id: acme/feed, reader: internal, roles: [publisher, consumer], ceiling: RED}
      ---
      kind: Collection
      id: %s
      api_root: exchange
      title: Indicators
      alias: indicators
      readers: [{all: members}]
      writers: [{org: acme}]
      accepts: RED
      history: all
      validation: %s
      """;

  private final RunningServer server;
  private final String basic;

  /**
   * Starts it.
   *
   * @param folder where it keeps everything
   * @param yaml its configuration
   */
  PushedHouse(Path folder, String yaml) throws Exception {
    server = RunningServer.start(folder, yaml);
    validate("standard");
    String login = "acme/feed:" + server.issue("acme/feed");
    basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the profile of the collection. */
  void validate(String profile) throws Exception {
    server.apply(COMMUNITY.formatted(COLLECTION, profile));
  }

  /** Pushes a body and waits for its complete status. */
  JsonObject push(String body) throws Exception {
    HttpCaller.Reply reply =
        server.push(
            HttpCaller.Ask.of("POST", "/exchange/collections/" + COLLECTION + "/objects/")
                .with("Authorization", "Basic " + basic)
                .with("Content-Type", "application/taxii+json;version=2.1")
                .with("Accept", "application/taxii+json;version=2.1")
                .body(body));
    assertThat(reply.status()).as(reply.text()).isIn(200, 202);
    JsonObject status = new JsonObject(reply.text());
    assertThat(status.getString("status")).isEqualTo("complete");
    return status;
  }

  /** The figures of one name. */
  String metrics(String name) throws Exception {
    HttpCaller.Reply reply = server.administer(HttpCaller.Ask.of("GET", "/metrics"));
    return String.join(
        "\n", reply.text().lines().filter(line -> line.startsWith(name)).sorted().toList());
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
