// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.SuppressForbidden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What administrators and members ask of a running exchange beside TAXII. */
class OperatedExchangeTest {
  private static final String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";
  private static final String OBJECT = "indicator--4f6a1c7e-2b0d-4e59-9c38-7d5e1f0a2b64";
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
      kind: Member
      id: borealis
      name: Borealis
      status: active
      org_kind: private
      seat: [DE]
      handles_up_to: GREEN
      ---
      kind: Member
      id: quiet
      name: Not in the directory
      status: active
      org_kind: private
      seat: [FR]
      handles_up_to: RED
      listed: false
      ---
      {kind: Credential, id: acme/soc, reader: internal, roles: [publisher, consumer], ceiling: RED}
      ---
      {kind: Credential, id: acme/ann, reader: person, roles: [member-admin], ceiling: RED}
      ---
      {kind: Credential, id: borealis/soc, reader: internal, roles: [consumer], ceiling: RED}
      ---
      {kind: Credential, id: quiet/soc, reader: internal, roles: [consumer], ceiling: RED}
      ---
      kind: ReleasePolicy
      id: acme/default@1
      applies_to: {level: member}
      release: {to: [{all: members}]}
      ---
      kind: ReleasePolicy
      id: borealis/default@1
      applies_to: {level: member}
      release: {to: [{all: members}]}
      ---
      kind: Collection
      id: %s
      api_root: exchange
      title: Indicators
      alias: indicators
      readers: [{all: members}]
      writers: [{org: acme}]
      accepts: RED
      """
          .formatted(COLLECTION);
  private static final String ENVELOPE =
      """
      {"objects": [{"type": "indicator", "spec_version": "2.1", "id": "%s",
        "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z",
        "pattern": "[ipv4-addr:value = '192.0.2.17']", "pattern_type": "stix",
        "valid_from": "2026-01-01T00:00:00Z",
        "object_marking_refs": ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"]}]}
      """
          .formatted(OBJECT);

  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(folder, "");
    server.apply(COMMUNITY);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--admin", server.management().toString()));
    all.addAll(List.of("--token-file", server.data().resolve("admin.token").toString()));
    return execute(all);
  }

  @SuppressForbidden("the command line takes the machine's clock and chance")
  private static Ran execute(List<String> all) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Chance chance = new Chance(InstantSource.system(), System::nanoTime, new SecureRandom());
    CommandLine line = Main.commandLine(chance, Map.of());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Ran(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
  }

  private HttpCaller.Reply member(String credential, String method, String path, String body)
      throws Exception {
    String login = credential + ":" + server.issue(credential);
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return server.ask(
        HttpCaller.Ask.of(method, path)
            .with("Authorization", "Basic " + basic)
            .with("Content-Type", "application/taxii+json;version=2.1")
            .with("Accept", path.startsWith("/member") ? "application/json" : "*/*")
            .body(body));
  }

  private JsonObject ask(String credential, String path) throws Exception {
    HttpCaller.Reply reply = member(credential, "GET", "/member/v1" + path, "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return new JsonObject(reply.text());
  }

  private void push() throws Exception {
    HttpCaller.Reply reply =
        member("acme/soc", "POST", "/exchange/collections/" + COLLECTION + "/objects/", ENVELOPE);
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
  }

  private void change(String sql) throws Exception {
    String url = "jdbc:sqlite:" + server.data().resolve("entente.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @Test
  void auditVerify_ofAServerAtWork_holdsThroughTheHeadThatAMemberKept() throws Exception {
    Path head = folder.resolve("head.json");
    Files.writeString(head, ask("acme/soc", "/audit/head").encode());
    String secret = server.issue("borealis/soc");

    Ran verified = run("audit", "verify", "--head", head.toString());
    Ran exported = run("audit", "export");

    assertThat(verified.err()).isEmpty();
    assertThat(verified.out()).contains("the chain holds, through 1 kept head");
    assertThat(verified.code()).isZero();
    assertThat(exported.out())
        .contains("\"action\":\"apply\"")
        .contains("\"id\":\"acme/soc\"")
        .contains("\"action\":\"issue-secret\"")
        .doesNotContain(secret);
  }

  @Test
  void auditVerify_afterOneByteOfARecordWasChanged_namesTheRecord() throws Exception {
    String secret = server.issue("acme/soc");
    assertThat(secret).isNotEmpty();
    change("UPDATE audit SET detail = replace(detail, '\"key\":\"', '\"kez\":\"') WHERE seq = 2");

    Ran verified = run("audit", "verify");

    assertThat(verified.err()).endsWith("record 2 is not what was written\n");
    assertThat(verified.code()).isEqualTo(1);
  }

  @Test
  void auditVerify_afterTheChainWasCut_missesTheHead() throws Exception {
    server.issue("acme/soc");
    Path head = folder.resolve("head.json");
    Files.writeString(
        head, server.administer(HttpCaller.Ask.of("GET", "/admin/v1/audit/head")).text());
    change("DELETE FROM audit WHERE seq = 2");

    Ran verified = run("audit", "verify", "--head", head.toString());

    assertThat(verified.err()).isEqualTo("the chain ends at record 1, a head has seen 2\n");
    assertThat(verified.code()).isEqualTo(1);
  }

  @Test
  void wrongToken_ofAnAdministrator_isAudited() throws Exception {
    HttpCaller.Reply refused =
        new HttpCaller()
            .send(
                server.management(),
                HttpCaller.Ask.of("GET", "/admin/v1/members")
                    .with("Authorization", "Bearer guessed"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(run("audit", "export").out())
        .contains("\"action\":\"login-failed\"")
        .contains("\"address\":\"127.0.0.1\"")
        .doesNotContain("guessed");
  }

  @Test
  void daily_head_staysTheSameForTheDay() throws Exception {
    JsonObject first = ask("acme/soc", "/audit/head");

    assertThat(ask("borealis/soc", "/audit/head")).isEqualTo(first);
  }

  @Test
  void explain_ofAnOwnObject_saysWhoSeesItAndNotWhatOthersAgreedTo() throws Exception {
    push();
    String about = "/explain?collection=exchange/indicators&object=" + OBJECT;

    assertThat(ask("acme/soc", about).getString("decision")).isEqualTo("permit");
    JsonObject theirs = ask("acme/soc", about + "&credential=borealis/soc");
    assertThat(theirs.getString("decision")).isEqualTo("deny");
    assertThat(theirs.encode()).contains("what the reader agreed to").doesNotContain("GREEN");
    String who = ask("acme/soc", "/explain/who?object=" + OBJECT).encode();
    assertThat(who).contains("acme/soc").contains("borealis/soc").doesNotContain("quiet");
  }

  @Test
  void explain_ofSomebodyElsesObject_isAsIfItWereNotThere() throws Exception {
    push();
    String about = "/member/v1/explain?collection=exchange/indicators&object=";
    String absent = "indicator--4f6a1c7e-2b0d-4e59-9c38-7d5e1f0a2b65";

    HttpCaller.Reply hidden = member("borealis/soc", "GET", about + OBJECT, "");
    HttpCaller.Reply nothing = member("borealis/soc", "GET", about + absent, "");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(nothing.status()).isEqualTo(404);
    assertThat(new JsonObject(hidden.text()).getString("detail").replace(OBJECT, absent))
        .isEqualTo(new JsonObject(nothing.text()).getString("detail"));
  }

  @Test
  void preview_ofAPush_storesNothing() throws Exception {
    HttpCaller.Reply reply =
        member("acme/soc", "POST", "/member/v1/explain?collection=exchange/indicators", ENVELOPE);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonArray items = new JsonObject(reply.text()).getJsonArray("items");
    assertThat(items).hasSize(1);
    assertThat(items.getJsonObject(0).getString("id")).isEqualTo(OBJECT);
    assertThat(items.encode()).contains("borealis/soc").doesNotContain("quiet");
    HttpCaller.Reply found =
        member(
            "acme/soc",
            "GET",
            "/exchange/collections/" + COLLECTION + "/objects/" + OBJECT + "/",
            "");
    assertThat(found.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "'{\"objects\":[', 400",
    "null, 422",
    "'{\"objects\":[]}', 422",
    "'[1,2]', 422"
  })
  void preview_ofWhatIsNoEnvelope_isRefusedAsThePushWouldBe(String body, int status)
      throws Exception {
    HttpCaller.Reply reply =
        member("acme/soc", "POST", "/member/v1/explain?collection=exchange/indicators", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(new JsonObject(reply.text()).getString("error_id")).isNotEmpty();
  }

  @Test
  void health_byUrl_asksWithoutAToken() throws Exception {
    String url = server.management().toString();

    Ran ready = execute(List.of("health", "--url", url));
    assertThat(ready.out()).isEqualTo("ready\n");
    assertThat(ready.code()).isZero();
    Ran json = execute(List.of("health", "--json", "--url", url));
    assertThat(json.out()).isEqualTo("{\"ready\":true,\"parts\":{\"store\":true}}\n");
    assertThat(execute(List.of("health", "--url", "http://127.0.0.1:1/")).code()).isEqualTo(1);
    assertThat(execute(List.of("health", "--url", url, "--data", "x")).code()).isEqualTo(2);
  }

  @Test
  void answers_ofRouters_areNamedAndCounted() throws Exception {
    HttpCaller.Ask members = HttpCaller.Ask.of("GET", "/admin/v1/members");
    HttpCaller.Reply admin = server.administer(members.with("X-Request-Id", "mine-1"));
    assertThat(admin.headers().get("X-Request-Id")).isEqualTo("mine-1");
    HttpCaller.Reply member = member("acme/soc", "GET", "/member/v1/policies", "");
    assertThat(member.headers().get("X-Request-Id")).hasSize(16);

    HttpCaller caller = new HttpCaller();
    HttpCaller.Reply wrong =
        caller.send(server.management(), HttpCaller.Ask.of("POST", "/health/live"));
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.headers().get("Allow")).isEqualTo("GET, HEAD");
    assertThat(new JsonObject(wrong.text()).getString("title")).isEqualTo("Method not allowed");
    HttpCaller.Reply metrics =
        caller.send(server.management(), HttpCaller.Ask.of("GET", "/metrics"));
    caller.close();
    assertThat(metrics.text())
        .contains(
            "requests_total{endpoint=\"member\",method=\"GET\",status=\"200\"} 1.0",
            "requests_total{endpoint=\"probe\",method=\"POST\",status=\"405\"} 1.0");
  }

  @Test
  void push_dryRun_tellsWhoWouldSeeIt() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), server.issue("acme/soc"));
    Path envelope = Files.writeString(folder.resolve("envelope.json"), ENVELOPE);
    String url = server.partners() + "exchange/collections/indicators/";

    Ran ran =
        execute(
            List.of(
                "push",
                "--dry-run",
                "--url",
                url,
                "--user",
                "acme/soc",
                "--secret-file",
                secret.toString(),
                envelope.toString()));

    assertThat(ran.out())
        .startsWith(OBJECT + " 2026-01-01T00:00:00.000Z\n")
        .contains("sees not  borealis/soc");
    assertThat(ran.code()).isZero();
  }

  @Test
  void lists_ofAMember_areItsOwn() throws Exception {
    assertThat(ask("acme/soc", "/policies").getJsonArray("items"))
        .map(item -> ((JsonObject) item).getString("id"))
        .containsExactly("acme/default@1");
    JsonObject page = ask("acme/ann", "/credentials?limit=1");
    assertThat(page.getJsonArray("items").getJsonObject(0).getString("id")).isEqualTo("acme/ann");
    JsonObject rest = ask("acme/ann", "/credentials?next=" + page.getString("next"));
    assertThat(rest.getJsonArray("items").getJsonObject(0).getString("id")).isEqualTo("acme/soc");
    assertThat(rest.containsKey("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "acme/soc, GET, /credentials, 403",
    "acme/ann, POST, /explain?collection=exchange/indicators, 403",
    "borealis/soc, POST, /explain?collection=exchange/indicators, 403",
    "acme/soc, DELETE, /policies, 405",
    "acme/soc, GET, /policies?all=true, 400"
  })
  void memberCall_thatIsNotForTheCredential_isAProblem(
      String credential, String method, String path, int status) throws Exception {
    HttpCaller.Reply reply = member(credential, method, "/member/v1" + path, "{}");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers().get("Content-Type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(reply.text()).getString("error_id")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exposures", "notices", "standing", "pseudonyms", "releases"})
  void memberCall_thatIsNotBuilt_isNotThere(String path) throws Exception {
    assertThat(member("acme/soc", "GET", "/member/v1/" + path, "").status()).isEqualTo(404);
  }

  @Test
  void tokens_openTheirOwnDoorOnly() throws Exception {
    String admin = Files.readString(server.data().resolve("admin.token")).strip();
    String secret = server.issue("acme/soc");

    assertThat(
            server
                .ask(
                    HttpCaller.Ask.of("GET", "/member/v1/audit/head")
                        .with("Authorization", "Bearer " + admin))
                .status())
        .isEqualTo(401);
    assertThat(
            new HttpCaller()
                .send(
                    server.management(),
                    HttpCaller.Ask.of("GET", "/admin/v1/audit/head")
                        .with("Authorization", "Bearer " + secret))
                .status())
        .isEqualTo(401);
  }
}
