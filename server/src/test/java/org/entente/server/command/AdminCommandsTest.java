// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.server.admin.AdminServer;
import org.entente.server.admin.FakeExchange;
import org.entente.server.exchange.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminCommandsTest {
  private static final String OBJECT = "indicator--3caaaa2a-3aee-4213-85be-6c79c9b831d6";
  private static final String COLLECTION =
      "kind: Collection\nid: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11\ntitle: Indicators\n"
          + "readers: []\nwriters: []\n";

  @TempDir Path folder;
  private AdminServer server;
  private Path data;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
    data = Files.createDirectory(folder.resolve("data"));
    AdminFiles files = new AdminFiles(data);
    Files.writeString(files.url(), server.uri("/") + "\n");
    Files.writeString(files.token(), "first\n");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private CommandRun run(String... arguments) {
    return run("", false, arguments);
  }

  private CommandRun run(String input, boolean colour, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return CommandRun.of(input, colour, all);
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void apply_ofAFile_showsWhatChanges() throws Exception {
    Path file = file("c.yaml", COLLECTION + "---\nkind: Circle\nid: core\nmembers: []\n");

    CommandRun run = run("apply", "-f", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            + Circle core
            + Collection 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11

            credential  collection  gains  loses
            acme/soc    c               3      1
            """);
    assertThat(server.exchange.resources).hasSize(2);
  }

  @Test
  void apply_ofAChangeAndADelete_isColoured() throws Exception {
    run(
        "kind: Circle\nid: a\nmembers: []\n---\nkind: Circle\nid: b\nmembers: []\n",
        false,
        "apply",
        "-f",
        "-");

    CommandRun run =
        run(
            "{\"kind\":\"Circle\",\"id\":\"a\",\"members\":[],\"minimum\":7}",
            true,
            "apply",
            "-f",
            "-",
            "--prune",
            "--dry-run");

    assertThat(run.out())
        .startsWith("\u001b[33m~ Circle a: minimum\u001b[0m\n\u001b[31m- Circle b\u001b[0m\n")
        .endsWith("\ndry run: nothing was changed\n");
    assertThat(server.exchange.resources).hasSize(2);
  }

  @Test
  void apply_ofWhatIsThere_saysSo() {
    String circle = "kind: Circle\nid: a\nmembers: []\n";
    run(circle, false, "apply", "-f", "-");

    assertThat(run(circle, false, "apply", "-f", "-").out()).isEqualTo("nothing to change\n");
  }

  @Test
  void apply_ofAFolderWithErrors_namesFileAndLine() throws Exception {
    Files.createDirectories(folder.resolve("community/sub"));
    Path one = file("community/a.yaml", "# first\n\n" + COLLECTION + "titel: x\n");
    Path two =
        file(
            "community/sub/b.json",
            "[{\n\"kind\": \"Circle\",\n\"id\": \"core\",\n\"members\": [\n\"far\"]},\n{\"kind\":\"Region\"}]");
    file("community/note.txt", "no document");

    CommandRun run = run("apply", "-f", folder.resolve("community").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            one
                + ":8: titel: unknown field `titel`; did you mean `title`?\n"
                + two
                + ":5: members[0]: there is no member `far`\n"
                + two
                + ":6: countries: field `countries` is missing\n"
                + two
                + ":6: id: field `id` is missing\n"
                + "4 errors; nothing was changed\n");
  }

  @Test
  void apply_ofADocumentThatIsThereTwice_namesItAndBothLines() throws Exception {
    Path one =
        file("a.yaml", "# first\n\n" + COLLECTION + "---\nkind: Circle\nid: core\nmembers: []\n");
    Path two =
        file("b.yaml", "kind: Circle\n\nid: core\nmembers: []\n---\nkind: Region\nid: EU\nx: 1\n");

    CommandRun run = run("apply", "-f", one.toString(), "-f", two.toString());

    long first = 2 + COLLECTION.lines().count() + 2;
    assertThat(run.err().lines())
        .first()
        .isEqualTo(two + ":3: id: Circle `core` is there already, at " + one + ":" + first);
    assertThat(run.err().lines().skip(1)).allMatch(line -> !line.contains("already"));
  }

  @Test
  void apply_ofWhatIsNoYaml_failsBeforeTheServerIsAsked() throws Exception {
    Path file = file("bad.yaml", "a: [\n");

    CommandRun run = run("apply", "-f", file.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(file + ":2: no YAML: ")
        .endsWith("1 error; nothing was changed\n");
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void apply_withJson_printsTheAnswer() {
    CommandRun run = run("kind: Circle\nid: a\nmembers: []\n", false, "apply", "-f", "-", "--json");

    assertThat(new JsonObject(run.out()).getJsonArray("changes")).hasSize(1);
  }

  @Test
  void apply_ofNothing_fails() throws Exception {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(run("", false, "apply", "-f", "-", "--prune").err())
        .isEqualTo("entente apply: there is no document\n");
    assertThat(run("apply", "-f", folder.resolve("empty").toString()).err())
        .contains("no YAML or JSON file in");
    assertThat(run("apply", "-f", folder.resolve("gone.yaml").toString()).code()).isEqualTo(1);
  }

  @Test
  void issue_showsTheSecret() {
    CommandRun run = run("credential", "issue", "acme/soc", "--overlap", "P7D");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            username            acme/soc
            secret              ent_secret
            key                 k2
            former secrets end  2026-06-08T12:00:00Z
            """);
  }

  @Test
  void issue_forAnUnknownCredential_failsWithTheReason() {
    CommandRun run = run("credential", "issue", "far/soc");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("entente credential issue: there is no credential `far/soc`\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "/soc", "acme/"})
  void issue_forWhatIsNoCredential_isWrongUse(String name) {
    CommandRun run = run("credential", "issue", name);

    assertThat(run.err()).contains("is not a credential, MEMBER/NAME");
    assertThat(run.code()).isEqualTo(2);
    assertThat(server.exchange.asked).isEmpty();
  }

  @Test
  void revoke_endsOneOrAll() {
    assertThat(run("credential", "revoke", "acme/soc").out()).isEqualTo("revoked\n");
    assertThat(run("credential", "revoke", "acme/soc", "--secret", "k1").code()).isZero();
    assertThat(run("credential", "revoke", "acme/soc", "--secret", "k9").code()).isEqualTo(1);
    assertThat(server.exchange.asked)
        .containsExactly("revoke acme/soc all", "revoke acme/soc k1", "revoke acme/soc k9");
  }

  @Test
  void list_showsCredentialsAndKeys() {
    run(
        "kind: Member\nid: acme\nname: A\norg_kind: private\nseat: [US]\n---\n"
            + "kind: Credential\nid: acme/soc\nreader: internal\nceiling: RED\n---\n"
            + "kind: Credential\nid: acme/x\nreader: client-public\n",
        false,
        "apply",
        "-f",
        "-");
    server.exchange.keys.add(new SecretKey("k1", FakeExchange.NOW, Optional.empty()));

    assertThat(run("credential", "list").out())
        .isEqualTo(
            """
            acme/soc  internal       up to RED
            acme/x    client-public  up to CLEAR
            """);
    assertThat(run("credential", "list", "far").out()).isEmpty();
    assertThat(run("credential", "list", "acme/soc").out())
        .isEqualTo("k1  issued 2026-06-01T12:00:00Z\n");
  }

  @Test
  void setPassword_readsOneLine() {
    CommandRun run = run("correct horse\nmore\n", false, "credential", "set-password", "acme/ann");

    assertThat(run.out()).isEqualTo("password set\n");
    assertThat(server.exchange.asked).containsExactly("password acme/ann <hidden> 13");
    assertThat(run("", false, "credential", "set-password", "acme/ann").code()).isEqualTo(1);
    assertThat(run("short\n", false, "credential", "set-password", "acme/ann").err())
        .isEqualTo("entente credential set-password: a password has 12 to 1024 characters\n");
  }

  @Test
  void explain_ofOne_tellsTheRules() {
    CommandRun run =
        run(
            "explain",
            "--credential",
            "acme/soc",
            "--collection",
            "exchange/x",
            "--object",
            OBJECT);

    assertThat(run.out())
        .isEqualTo(
            """
            deny: tlp
              deny  markings  tlp  RED
            what would change it:
              a policy that names `acme/soc` in `recipients`
            """);
    assertThat(server.exchange.asked).containsExactly("explain acme/soc exchange/x " + OBJECT);
  }

  @Test
  void explain_ofEverybody_groupsByReason() {
    assertThat(run("explain", "--who", "--object", OBJECT).out())
        .isEqualTo(
            """
            permit: own (1)
              acme/soc
            deny: tlp (1)
              cobalt/soc
            """);
  }

  @Test
  void explain_ofBothAtOnce_isWrongUse() {
    assertThat(run("explain", "--object", OBJECT).code()).isEqualTo(2);
    assertThat(run("explain", "--who", "--credential", "a/b", "--object", OBJECT).code())
        .isEqualTo(2);
    assertThat(run("credential").code()).isEqualTo(2);
    assertThat(run("apply").code()).isEqualTo(2);
  }

  @Test
  void auditVerify_ofTheServersChain_holds() {
    server.exchange.wrote("ana", "apply");
    server.exchange.wrote("ana", "issue-secret");

    CommandRun run = run("audit", "verify");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("2 records, the chain holds\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void auditVerify_ofAnExportAgainstAHeadThatItNeverReached_fails() throws Exception {
    server.exchange.wrote("ana", "apply");
    Path export = file("audit.jsonl", run("audit", "export").out());
    server.exchange.wrote("ana", "issue-secret");
    Path head = file("head.json", server.exchange.head().result().json().encode());

    CommandRun run =
        CommandRun.of(
            "",
            false,
            List.of("audit", "verify", "--from", export.toString(), "--head", head.toString()));

    assertThat(run.err()).isEqualTo("the chain ends at record 1, a head has seen 2\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void auditVerify_withSomethingElseAsHead_saysWhich() throws Exception {
    Path head = file("head.json", "{}");

    CommandRun run = run("audit", "verify", "--head", head.toString());

    assertThat(run.err()).isEqualTo("entente audit verify: `" + head + "` is no signed head\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void auditExport_ofTheServersChain_isOneRecordALine() {
    server.exchange.wrote("ana", "apply");
    server.exchange.wrote("ana", "issue-secret");

    List<String> lines = run("audit", "export", "--after", "1").out().lines().toList();

    assertThat(lines).hasSize(1);
    assertThat(new JsonObject(lines.get(0)).getString("action")).isEqualTo("issue-secret");
  }

  @Test
  void backup_throughTheServer_saysWhereItIs() {
    CommandRun run =
        CommandRun.of(
            "",
            false,
            List.of(
                "backup",
                "--to",
                "monday.db",
                "--admin",
                server.uri("/").toString(),
                "--token-file",
                new AdminFiles(data).token().toString()));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("file           backups/monday.db\n");
    assertThat(server.exchange.asked).anyMatch(asked -> asked.startsWith("backup monday.db by "));
  }
}
