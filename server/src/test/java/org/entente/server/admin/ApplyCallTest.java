// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyCallTest {

  private static final String YAML = "application/yaml";

  private AdminServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static String circle(String id) {
    return "kind: Circle\nid: " + id + "\nmembers: []\n";
  }

  @Test
  void apply_ofNewDocuments_answersChangesAndSight() throws Exception {
    AdminServer.Reply reply = server.send("POST", "/admin/v1/apply", YAML, circle("core"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(
            new JsonObject(
                """
                {"changes": [{"kind": "Circle", "id": "core", "action": "create",
                              "fields": ["members"]}],
                 "sight": [{"credential": "acme/soc", "collection": "c", "gains": 3, "loses": 1}],
                 "pending": []}
                """));
    assertThat(server.exchange.asked).contains("apply 7 by admin.token");
    assertThat(server.exchange.resources).hasSize(1);
  }

  @Test
  void apply_ofWhatIsThere_asksNothingOfTheExchange() throws Exception {
    server.send("POST", "/admin/v1/apply", YAML, circle("core"));
    server.exchange.asked.clear();

    AdminServer.Reply reply = server.send("POST", "/admin/v1/apply", YAML, circle("core"));

    assertThat(reply.json().getJsonArray("changes")).isEmpty();
    assertThat(server.exchange.asked).containsExactly("resources");
  }

  @Test
  void apply_withDryRun_changesNothing() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply?dry_run=true", YAML, circle("core"));

    assertThat(reply.json().getJsonArray("changes")).hasSize(1);
    assertThat(server.exchange.resources).isEmpty();
  }

  @Test
  void apply_withPrune_deletesTheRest() throws Exception {
    server.send("POST", "/admin/v1/apply", YAML, circle("old"));

    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply?prune=true", YAML, circle("new"));

    assertThat(reply.json().getJsonArray("changes").getJsonObject(1))
        .isEqualTo(
            new JsonObject()
                .put("kind", "Circle")
                .put("id", "old")
                .put("action", "delete")
                .put("fields", new JsonArray()));
    assertThat(server.exchange.resources).hasSize(1);
  }

  @Test
  void apply_ofWrongDocuments_is422WithEachLine() throws Exception {
    AdminServer.Reply reply =
        server.send(
            "POST",
            "/admin/v1/apply",
            YAML,
            "kind: Circle\nid: core\nmembers: [acme]\ncolour: red\n");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json())
        .isEqualTo(
            new JsonObject(
                """
                {"type": "about:blank", "title": "Unprocessable Entity", "status": 422,
                 "detail": "the documents cannot be applied", "error_id": "error-1",
                 "errors": [{"line": 4, "field": "colour", "message": "unknown field `colour`"}]}
                """));
    assertThat(server.exchange.asked).containsExactly("resources");
  }

  @Test
  void apply_ofAJsonArray_isTheSame() throws Exception {
    AdminServer.Reply reply =
        server.send(
            "POST",
            "/admin/v1/apply",
            "application/json; charset=utf-8",
            "[{\"kind\": \"Circle\", \"id\": \"core\", \"members\": []}]");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().getJsonArray("changes")).hasSize(1);
  }

  @Test
  void apply_whileOthersChange_comparesAnew() throws Exception {
    server.exchange.conflicts = 4;

    assertThat(server.send("POST", "/admin/v1/apply", YAML, circle("a")).status()).isEqualTo(200);

    server.exchange.conflicts = 5;

    assertThat(server.send("POST", "/admin/v1/apply", YAML, circle("b")).status()).isEqualTo(409);
  }

  @Test
  void apply_thatNeedsASecondPerson_is202() throws Exception {
    server.exchange.pending = List.of("17");

    AdminServer.Reply reply = server.send("POST", "/admin/v1/apply", YAML, circle("a"));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().getJsonArray("pending").getJsonObject(0).getString("change"))
        .isEqualTo("17");
  }

  @Test
  void apply_behindASlowDoor_readsTheWholeBody() throws Exception {
    String body = circle("core") + "#".repeat(500_000) + "\n";

    AdminServer.Reply reply =
        server.send(
            server
                .request("slow", "/admin/v1/apply")
                .header("Content-Type", YAML)
                .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void apply_ofTooLargeABody_is413() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply", YAML, "#".repeat(16 * 1024 * 1024 + 1));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().getString("error_id")).isEqualTo("error-1");
  }

  @Test
  void apply_ofAnotherType_is415() throws Exception {
    AdminServer.Reply reply = server.send("POST", "/admin/v1/apply", "text/html", "x");

    assertThat(reply.status()).isEqualTo(415);
  }

  @Test
  void apply_ofWhatIsNoUtf8_is400() throws Exception {
    AdminServer.Reply reply =
        server.send(
            server
                .request("first", "/admin/v1/apply")
                .header("Content-Type", YAML)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 'a'})));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("detail")).isEqualTo("the body is not UTF-8");
  }
}
