// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.SecretKey;
import org.entente.server.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {
  private static final String YAML = "application/yaml";
  private static final String CIRCLE = "kind: Circle\nid: %s\nmembers: []\n";
  private static final String OBJECT = "indicator--3caaaa2a-3aee-4213-85be-6c79c9b831d6";

  private AdminServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void apply_ofNewDocuments_answersChangesAndSight() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("core"));

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
    server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("core"));
    server.exchange.asked.clear();

    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("core"));

    assertThat(reply.json().getJsonArray("changes")).isEmpty();
    assertThat(server.exchange.asked).containsExactly("resources");
  }

  @Test
  void apply_withDryRun_changesNothing() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply?dry_run=true", YAML, CIRCLE.formatted("core"));

    assertThat(reply.json().getJsonArray("changes")).hasSize(1);
    assertThat(server.exchange.resources).isEmpty();
  }

  @Test
  void apply_withPrune_deletesTheRest() throws Exception {
    server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("old"));

    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/apply?prune=true", YAML, CIRCLE.formatted("new"));

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

    assertThat(server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("a")).status())
        .isEqualTo(200);

    server.exchange.conflicts = 5;

    assertThat(server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("b")).status())
        .isEqualTo(409);
  }

  @Test
  void apply_thatNeedsASecondPerson_is202() throws Exception {
    server.exchange.pending = List.of("17");

    AdminServer.Reply reply = server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted("a"));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().getJsonArray("pending").getJsonObject(0).getString("change"))
        .isEqualTo("17");
  }

  @Test
  void apply_behindASlowDoor_readsTheWholeBody() throws Exception {
    String body = CIRCLE.formatted("core") + "#".repeat(500_000) + "\n";

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

  @ParameterizedTest
  @ValueSource(
      strings = {"/admin/v1/apply", "/admin/v1/members", "/admin/openapi.json", "/admin/x"})
  void anything_withoutAToken_is401(String path) throws Exception {
    AdminServer.Reply none = server.send(HttpRequest.newBuilder(server.uri(path)));
    AdminServer.Reply wrong = server.send(server.request("nobody", path));

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"entente\"");
    assertThat(none.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().getString("detail")).isEqualTo(none.json().getString("detail"));
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void anything_withBasicCredentials_is401() throws Exception {
    AdminServer.Reply reply =
        server.send(
            HttpRequest.newBuilder(server.uri("/admin/v1/members"))
                .header("Authorization", "Basic Zmlyc3Q6Zmlyc3Q="));

    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "otto, POST, /admin/v1/apply",
    "carl, POST, /admin/v1/apply",
    "otto, POST, /admin/v1/members/acme/credentials/soc/secrets",
    "carl, DELETE, /admin/v1/administrators/ana/secrets",
    "otto, GET, /admin/v1/explain",
    "carl, GET, /admin/v1/audit"
  })
  void call_withoutItsRole_is403(String token, String method, String path) throws Exception {
    AdminServer.Reply reply =
        server.send(
            server.request(token, path).method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().getString("detail"))
        .startsWith("this takes one of the roles hub-admin");
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void list_isPagedByACursor() throws Exception {
    for (String id : List.of("a", "b", "c")) {
      server.send("POST", "/admin/v1/apply", YAML, CIRCLE.formatted(id));
    }

    JsonObject first = server.get("/admin/v1/circles?limit=2").json();
    JsonObject second =
        server.get("/admin/v1/circles?limit=2&next=" + first.getString("next")).json();

    assertThat(first.getJsonArray("items").getJsonObject(0))
        .isEqualTo(new JsonObject("{\"id\":\"a\",\"kind\":\"Circle\",\"members\":[]}"));
    assertThat(first.getJsonArray("items")).hasSize(2);
    assertThat(second.getJsonArray("items")).hasSize(1);
    assertThat(second.containsKey("next")).isFalse();
  }

  @Test
  void list_atATime_asksForThatTime() throws Exception {
    server.get("/admin/v1/circles?at=2026-03-01T00:00:00%2B01:00");

    assertThat(server.exchange.asked).containsExactly("list CIRCLE after  at 2026-02-28T23:00:00Z");
  }

  @Test
  void get_ofIdWithSlash_takesItEncodedOrNot() throws Exception {
    server.send(
        "POST",
        "/admin/v1/apply",
        YAML,
        "kind: Member\nid: acme\nname: A\norg_kind: private\nseat: [US]\n---\n"
            + "kind: Credential\nid: acme/soc\nreader: internal\n---\n"
            + "kind: ReleasePolicy\nid: acme/p@1\napplies_to: {level: member}\n"
            + "release: {to: [{all: members}]}\n");

    for (String path :
        List.of(
            "credentials/acme/soc",
            "credentials/acme%2Fsoc",
            "policies/acme%2Fp@1",
            "policies/acme/p%401")) {
      AdminServer.Reply reply = server.get("/admin/v1/" + path);
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.json().getString("id")).startsWith("acme/");
    }
  }

  @Test
  void get_ofUnknownId_is404() throws Exception {
    AdminServer.Reply reply = server.get("/admin/v1/members/nobody");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().getString("detail")).isEqualTo("there is no Member `nobody`");
  }

  @Test
  void hubPolicy_isTheHighestVersion() throws Exception {
    assertThat(server.get("/admin/v1/hub-policy").status()).isEqualTo(404);
    server.send(
        "POST",
        "/admin/v1/apply",
        YAML,
        "kind: HubPolicy\nid: hub/base@9\n---\nkind: HubPolicy\nid: hub/base@10\nunmarked: RED\n");

    assertThat(server.get("/admin/v1/hub-policy").json().getString("id")).isEqualTo("hub/base@10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/admin/v1/circles?limit=0 | parameter `limit` is a number from 1 to 1000, not `0`",
        "/admin/v1/circles?limit=x | parameter `limit` is a number from 1 to 1000, not `x`",
        "/admin/v1/circles?limit=1&limit=2 | parameter `limit` is there twice",
        "/admin/v1/circles?next=%C3%A4 | parameter `next` is what a page before it gave, not `ä`",
        "/admin/v1/gains?next=YQ | parameter `next` is what a page before it gave, not `YQ`",
        "/admin/v1/circles?at=now | parameter `at` is a time such as `2026-01-31T12:00:00Z`, not `now`",
        "/admin/v1/circles?colour=red | unknown parameter `colour`",
        "/admin/v1/explain?credential=a/b&collection=c | parameter `object` is missing",
        "/admin/v1/explain/who?object=x | parameter `object` is a STIX id, `type--UUID`, not `x`",
      })
  void call_withAWrongParameter_is400(String path, String detail) throws Exception {
    AdminServer.Reply reply = server.get(path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("detail")).isEqualTo(detail);
  }

  @Test
  void call_withBrokenEncoding_is400() throws Exception {
    String answer = RawHttp.get(server.uri("/"), "/admin/v1/circles?next=%zz", "first");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"error_id\":\"error-1\"");
  }

  @Test
  void unknownPath_is404AndWrongMethod405() throws Exception {
    assertThat(server.get("/admin/v1/nothing").status()).isEqualTo(404);
    AdminServer.Reply reply = server.get("/admin/v1/apply");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(reply.json().getInteger("status")).isEqualTo(405);
  }

  @Test
  void issue_answersTheSecretOnceAndUncached() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/members/acme/credentials/soc/secrets?overlap=P7D", YAML, "");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.json())
        .isEqualTo(
            new JsonObject()
                .put("username", "acme/soc")
                .put("secret", "ent_secret")
                .put("key", "k2")
                .put("expires_previous", "2026-06-08T12:00:00Z"));
    assertThat(server.exchange.asked).containsExactly("issue acme/soc PT168H by admin.token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P91D", "-P1D", "week", "P1Y"})
  void issue_withAWrongOverlap_is400(String overlap) throws Exception {
    AdminServer.Reply reply =
        server.send(
            "POST", "/admin/v1/members/acme/credentials/soc/secrets?overlap=" + overlap, YAML, "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void issue_forAnUnknownCredential_is404() throws Exception {
    AdminServer.Reply reply =
        server.send("POST", "/admin/v1/members/far/credentials/soc/secrets", YAML, "");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().getString("detail")).isEqualTo("there is no credential `far/soc`");
  }

  @Test
  void revoke_ofOneOrAll_is204() throws Exception {
    String secrets = "/admin/v1/members/acme/credentials/soc/secrets";

    assertThat(server.send("DELETE", secrets, YAML, "").status()).isEqualTo(204);
    assertThat(server.send("DELETE", secrets + "/k1", YAML, "").status()).isEqualTo(204);
    assertThat(server.send("DELETE", secrets + "/k9", YAML, "").status()).isEqualTo(404);
    assertThat(server.exchange.asked)
        .containsExactly("revoke acme/soc all", "revoke acme/soc k1", "revoke acme/soc k9");
  }

  @Test
  void secrets_areListedByKey() throws Exception {
    server.exchange.keys.add(new SecretKey("k1", FakeExchange.NOW, Optional.of(FakeExchange.NOW)));

    assertThat(server.get("/admin/v1/members/acme/credentials/soc/secrets").json())
        .isEqualTo(
            new JsonObject(
                """
                {"items": [{"key": "k1", "issued": "2026-06-01T12:00:00Z",
                            "expires": "2026-06-01T12:00:00Z"}]}
                """));
  }

  @Test
  void setPassword_takesALongOneOnly() throws Exception {
    String path = "/admin/v1/members/acme/credentials/ann/password";
    String json = "application/json";

    assertThat(server.send("PUT", path, json, "{\"password\": \"correct horse\"}").status())
        .isEqualTo(204);
    assertThat(server.send("PUT", path, json, "{\"password\": \"short\"}").status()).isEqualTo(400);
    assertThat(server.send("PUT", path, json, "{\"password\": 17}").status()).isEqualTo(400);
    assertThat(server.send("PUT", path, json, "[").status()).isEqualTo(400);
    assertThat(server.exchange.asked).containsExactly("password acme/ann <hidden> 13");
  }

  @Test
  void administratorSecret_isIssuedAndRevoked() throws Exception {
    AdminServer.Reply reply = server.send("POST", "/admin/v1/administrators/ana/secrets", YAML, "");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().getString("secret")).isEqualTo("ent_admin");
    assertThat(server.send("DELETE", "/admin/v1/administrators/ana/secrets", YAML, "").status())
        .isEqualTo(204);
  }

  @Test
  void explain_answersTheDecisionAndItsRules() throws Exception {
    AdminServer.Reply reply =
        server.get(
            "/admin/v1/explain?credential=acme%2Fsoc&collection=exchange/indicators&object="
                + OBJECT
                + "&version=2026-01-01T00:00:00Z");

    assertThat(reply.json())
        .isEqualTo(
            new JsonObject(
                """
                {"decision": "deny", "decided_by": "tlp",
                 "rules": [{"layer": "markings", "rule": "tlp", "source": "RED",
                            "result": "deny"}],
                 "would_change": ["a policy that names `acme/soc` in `recipients`"]}
                """));
    assertThat(server.exchange.asked)
        .containsExactly(
            "explain acme/soc exchange/indicators " + OBJECT + " 2026-01-01T00:00:00Z");
  }

  @Test
  void explainWho_groupsByReason() throws Exception {
    JsonObject who = server.get("/admin/v1/explain/who?object=" + OBJECT).json();

    assertThat(who.getJsonArray("groups").getJsonObject(0))
        .isEqualTo(
            new JsonObject(
                """
                {"decision": "permit", "reason": "own", "credentials": ["acme/soc"], "count": 1}
                """));
  }

  @Test
  void preview_takesAnEnvelopeAndPolicies() throws Exception {
    AdminServer.Reply reply =
        server.send(
            "POST",
            "/admin/v1/explain?credential=acme/soc&collection=c&policy=acme/a@1,acme/b@1&policy=acme/c@2",
            "application/taxii+json;version=2.1",
            "{\"objects\": []}");

    assertThat(reply.json().getJsonArray("items").getJsonObject(0).getString("failure"))
        .isEqualTo("no STIX id");
    assertThat(server.exchange.asked)
        .containsExactly("preview acme/soc [acme/a@1, acme/b@1, acme/c@2] 15");
  }

  @Test
  void gains_arePagedByNumber() throws Exception {
    JsonObject first = server.get("/admin/v1/gains?collection=c&limit=3").json();
    JsonObject second =
        server.get("/admin/v1/gains?collection=c&limit=3&next=" + first.getString("next")).json();

    assertThat(first.getJsonArray("items")).hasSize(3);
    assertThat(second.getJsonArray("items").getJsonObject(0).getInteger("number")).isEqualTo(4);
    assertThat(second.containsKey("next")).isFalse();
    assertThat(server.exchange.asked).containsExactly("gains c after 0", "gains c after 3");
  }

  @Test
  void submission_answersItsProgress() throws Exception {
    assertThat(server.get("/admin/v1/submissions/s1").json().getInteger("pending")).isEqualTo(4);
    assertThat(server.get("/admin/v1/submissions/s2").status()).isEqualTo(404);
  }

  @Test
  void audit_startsAfterANumber() throws Exception {
    JsonObject page = server.get("/admin/v1/audit?after=4").json();

    assertThat(page.getJsonArray("items").getJsonObject(0).getInteger("number")).isEqualTo(5);
    assertThat(page.getJsonArray("items").getJsonObject(0).getJsonObject("detail"))
        .isEqualTo(new JsonObject().put("changes", 2));
    assertThat(server.get("/admin/v1/audit/head").json().getString("hash")).isEqualTo("def");
  }

  @Test
  void changes_areNone() throws Exception {
    assertThat(server.get("/admin/v1/changes").json())
        .isEqualTo(new JsonObject().put("items", new JsonArray()));
  }

  @ParameterizedTest
  @CsvSource({"FULL, 507", "OVERLOADED, 503", "UNAVAILABLE, 503", "DAMAGED, 500", "INTERNAL, 500"})
  void call_overABrokenStore_tellsNothingOfIt(StoreException.Reason reason, int status)
      throws Exception {
    server.exchange.broken =
        Optional.of(new StoreException(reason, "SQLITE_CORRUPT of /data/x", null));

    AdminServer.Reply reply = server.get("/admin/v1/circles");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.response().body()).doesNotContain("SQLITE").contains("error-1");
  }
}
