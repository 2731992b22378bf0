// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminCallsTest {

  private static final String YAML = "application/yaml";
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

  private static String circle(String id) {
    return "kind: Circle\nid: " + id + "\nmembers: []\n";
  }

  @Test
  void list_isPagedByACursor() throws Exception {
    for (String id : List.of("a", "b", "c")) {
      server.send("POST", "/admin/v1/apply", YAML, circle(id));
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
    String nested = "{\"password\": {\"it\": \"correct horse\"}}";
    assertThat(server.send("PUT", path, json, nested).status()).isEqualTo(400);
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
    server.exchange.wrote("ana", "apply");
    server.exchange.wrote("ana", "revoke-secret");

    JsonObject page = server.get("/admin/v1/audit?after=1").json();

    assertThat(page.getJsonArray("items")).hasSize(1);
    assertThat(page.getJsonArray("items").getJsonObject(0).getLong("number")).isEqualTo(2);
    assertThat(page.getJsonArray("items").getJsonObject(0).getJsonObject("detail"))
        .isEqualTo(new JsonObject("{\"changes\":2}"));
    assertThat(server.get("/admin/v1/audit/head").json().getLong("number")).isEqualTo(2);
  }

  @Test
  void changes_areNone() throws Exception {
    assertThat(server.get("/admin/v1/changes").json())
        .isEqualTo(new JsonObject().put("items", new JsonArray()));
  }
}
