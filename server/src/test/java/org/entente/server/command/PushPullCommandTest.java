// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class PushPullCommandTest {
  private static final String GOOD = "{\"type\":\"good\",\"id\":\"good--%d\"}";

  @TempDir Path folder;

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String stdin = "";
  private TinyTaxii server;
  private String secret;

  @Command(name = "entente")
  static final class Top {
    @CommandLine.Option(names = "--help", usageHelp = true, scope = CommandLine.ScopeType.INHERIT)
    boolean help;
  }

  @BeforeEach
  void start() throws Exception {
    server = new TinyTaxii();
    secret = Files.writeString(folder.resolve("secret"), "s3cret\n").toString();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private int run(String... args) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    ClientTools tools =
        new ClientTools(
            clock,
            RandomGeneratorFactory.of("L64X128MixRandom").create(7),
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            stdout,
            false,
            "test");
    CommandLine line =
        new CommandLine(new Top())
            .addSubcommand(new PushCommand(tools))
            .addSubcommand(new PullCommand(tools))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(1, List.of("--url", server.url()));
    return line.execute(all.toArray(String[]::new));
  }

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("file"), text).toString();
  }

  @Test
  void push_goodObjects_areDone() throws Exception {
    String file = file(GOOD.formatted(1) + "\n" + GOOD.formatted(2));

    assertThat(run("push", "--user", "u", "--secret-file", secret, "--policy", "p,q", file))
        .isZero();
    assertThat(server.objects).hasSize(2);
    assertThat(server.policies).containsExactly("p, q");
    assertThat(server.credentials).containsOnly("Basic dTpzM2NyZXQ=");
    assertThat(out.toString()).startsWith("2 stored or there already, 0 failed");
  }

  @Test
  void push_secretWithoutUser_isABearerToken() throws Exception {
    assertThat(run("push", "--secret-file", secret, file(GOOD.formatted(1)))).isZero();
    assertThat(server.credentials).containsOnly("Bearer s3cret");
  }

  @Test
  void push_badObject_failsAndIsNamed() {
    stdin = "{\"objects\":[{\"type\":\"bad\",\"id\":\"bad--1\"}," + GOOD.formatted(1) + "]}";

    assertThat(run("push", "-")).isEqualTo(1);
    assertThat(err.toString()).contains("failed: bad--1 v1").contains("  no");
    assertThat(server.objects).hasSize(1);
  }

  @Test
  void push_failureWithoutVersion_showsNone() {
    stdin = "{\"type\":\"bad\",\"id\":\"bad--1\",\"v\":\"1970-01-01T00:00:00.000Z\"}";

    assertThat(run("push", "-")).isEqualTo(1);
    assertThat(err.toString()).startsWith("failed: bad--1\n");
  }

  @Test
  void push_json_isForMachines() {
    stdin = "{\"type\":\"bad\",\"id\":\"bad--1\"}\n" + GOOD.formatted(1);

    assertThat(run("push", "--json", "-")).isEqualTo(1);
    JsonObject result = new JsonObject(out.toString());
    assertThat(result.getLong("success")).isEqualTo(1);
    assertThat(result.getJsonArray("failures").getJsonObject(0).getString("message"))
        .isEqualTo("no");
  }

  @Test
  void push_dryRunWhereItIsNotOffered_saysSo() throws Exception {
    assertThat(run("push", "--dry-run", file(GOOD.formatted(1)))).isEqualTo(1);
    assertThat(err.toString()).contains("does not offer to say who would see an object");
    assertThat(server.objects).isEmpty();
  }

  @Test
  void push_dryRunOfWhatCannotBeSent_saysSoAndFails() throws Exception {
    String file = file("{\"objects\":[" + GOOD.formatted(1) + ",\"text\"]}");
    server.explains = true;

    assertThat(run("push", "--dry-run", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains("good--1")
        .contains("would be refused: `" + file + "`, object 1: a string is no STIX object");
    assertThat(server.objects).isEmpty();
  }

  @Test
  void push_dryRunOfGoodObjects_isZero() throws Exception {
    server.explains = true;

    assertThat(run("push", "--dry-run", file(GOOD.formatted(1)))).isZero();
  }

  @Test
  void push_warningsOfStoredObjects_areShownUpToABound() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 23; i++) {
      lines.append("{\"type\":\"odd\",\"id\":\"odd--").append(i).append("\"}\n");
    }

    assertThat(run("push", file(lines.toString()))).isZero();
    assertThat(err.toString())
        .contains("warning: odd--0 - it is odd\n")
        .contains("warning: odd--19 - it is odd\n")
        .doesNotContain("odd--20")
        .contains("and 3 more warnings");
  }

  @Test
  void push_emptyFile_isAnError() throws Exception {
    String file = file("");

    assertThat(run("push", file)).isEqualTo(1);
    assertThat(err.toString()).contains("`" + file + "` holds no objects");
  }

  @Test
  void push_emptyStandardInput_isDone() {
    assertThat(run("push", "-")).isZero();
  }

  @Test
  void push_wrongUse_isTwo() throws Exception {
    String file = file(GOOD.formatted(1));

    assertThat(run("push")).isEqualTo(2);
    assertThat(run("push", "/no/such/file")).isEqualTo(2);
    assertThat(run("push", "--batch", "0", file)).isEqualTo(2);
    assertThat(run("push", "--user", "u", file)).isEqualTo(2);
    assertThat(run("push", "-", "-")).isEqualTo(2);
    assertThat(run("push", "--secret", "s3cret", file)).isEqualTo(2);
    assertThat(server.credentials).isEmpty();
  }

  @Test
  void push_missingSecretFile_fails() throws Exception {
    assertThat(run("push", "--secret-file", "/no/such/file", file(GOOD.formatted(1)))).isEqualTo(1);
    assertThat(err.toString()).contains("`/no/such/file` does not exist");
  }

  @Test
  void pull_toStandardOutput_keepsItForTheObjects() {
    server.objects.add(new JsonObject(GOOD.formatted(1)));

    assertThat(run("pull", "--json")).isZero();
    assertThat(stdout.toString()).isEqualTo(GOOD.formatted(1) + "\n");
    assertThat(out.toString()).isEmpty();
    assertThat(new JsonObject(err.toString()).getLong("objects")).isEqualTo(1);
  }

  @Test
  void pull_toAFileWithCursor_isDone() throws Exception {
    server.objects.add(new JsonObject(GOOD.formatted(1)));
    Path file = folder.resolve("out");
    Path cursor = folder.resolve("cursor");

    assertThat(
            run(
                "pull",
                "--out",
                file.toString(),
                "--cursor",
                cursor.toString(),
                "--format",
                "bundle"))
        .isZero();
    assertThat(new JsonObject(Files.readString(file)).getJsonArray("objects")).hasSize(1);
    assertThat(cursor).exists();
    assertThat(err.toString()).startsWith("1 object");
  }

  @Test
  void pull_wrongUse_isTwo() {
    assertThat(run("pull", "--format", "csv")).isEqualTo(2);
    assertThat(run("pull", "--limit", "0")).isEqualTo(2);
    assertThat(run("pull", "--type", "a b")).isEqualTo(2);
    assertThat(run("pull", "--timeout", "soon")).isEqualTo(2);
  }

  @Test
  void pull_cursorOfAnotherCollection_isTwo() throws Exception {
    String cursor = folder.resolve("cursor").toString();
    assertThat(run("pull", "--cursor", cursor)).isZero();

    assertThat(run("pull", "--cursor", cursor, "--type", "malware")).isEqualTo(2);
    assertThat(err.toString()).contains("the cursor file belongs to");
  }

  @Test
  void help_eachCommand_isShown() {
    assertThat(run("push", "--help")).isZero();
    assertThat(run("pull", "--help")).isZero();
    assertThat(out.toString()).contains("--secret-file").contains("--cursor");
  }
}
