// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.server.Weather.Answer;
import org.entente.server.taxii.cases.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The commands {@code push} and {@code pull} against this very exchange, in good and bad weather.
 */
class TransferTest {
  private static final String COLLECTION = "91a7b528-80eb-42ed-a74d-c6fbd5a26116";
  private static final String PATH = "/exchange/collections/" + COLLECTION + "/";
  private static final String RESOURCE =
      """
      kind: Collection
      id: %s
      api_root: exchange
      title: Transfer
      readers: [{org: vendor}, {org: soc}]
      writers: [{org: vendor}]
      accepts: RED
      unmarked: GREEN
      history: all
      """
          .formatted(COLLECTION);

  @TempDir Path folder;

  private RunningServer server;
  private Weather weather;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    Path own = Files.createDirectory(folder.resolve("server"));
    server = RunningServer.start(own, "taxii: {page_default: 10, page_max: 10}");
    server.apply(CaseFile.text("community.yaml"));
    server.apply(RESOURCE);
    Files.writeString(folder.resolve("vendor"), server.issue("vendor/feed"));
    Files.writeString(folder.resolve("soc"), server.issue("soc/siem"));
    weather = new Weather(server.partners());
  }

  @AfterEach
  void stop() throws Exception {
    weather.close();
    server.close();
  }

  private int run(String command, String who, String... more) throws Exception {
    Chance chance = new Chance(server::now, () -> 0, SecureRandom.getInstanceStrong());
    List<String> all = new ArrayList<>(List.of(command, "--url", weather.url(PATH).toString()));
    all.addAll(List.of("--secret-file", folder.resolve(who).toString()));
    all.addAll(List.of(more));
    CommandLine line = Main.commandLine(chance, Map.of());
    for (CommandLine each : List.of(line, line.getSubcommands().get(command))) {
      each.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }
    return line.execute(all.toArray(String[]::new));
  }

  private int push(String... more) throws Exception {
    return run("push", "vendor", more);
  }

  private int pull(String... more) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("--out", file("pulled"), "--cursor", file("cursor")));
    all.addAll(List.of(more));
    return run("pull", "soc", all.toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** A file of JSON lines with numbered indicators. */
  private String indicators(int from, int to) throws Exception {
    List<String> lines = IntStream.range(from, to).mapToObj(TransferTest::indicator).toList();
    return Files.write(folder.resolve("from-" + from), lines).toString();
  }

  private static String indicator(int number) {
    return new JsonObject()
        .put("type", "indicator")
        .put("spec_version", "2.1")
        .put("id", "indicator--00000000-0000-4000-8000-%012x".formatted(number))
        .put("created", "2026-01-01T00:00:00.000Z")
        .put("modified", "2026-01-01T00:00:00.000Z")
        .put("pattern", "[ipv4-addr:value = '198.51.100." + number + "']")
        .put("pattern_type", "stix")
        .put("valid_from", "2026-01-01T00:00:00Z")
        .encode();
  }

  private List<String> pulled() throws Exception {
    return Files.readAllLines(folder.resolve("pulled"));
  }

  private static List<String> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(TransferTest::indicator).toList();
  }

  @Test
  void pull_afterPushes_bringsEachObjectOnceAsItWasSent() throws Exception {
    assertThat(push(indicators(0, 25))).as("%s", err).isZero();
    assertThat(pull()).as("%s", err).isZero();
    assertThat(pulled()).isEqualTo(numbered(0, 25));

    assertThat(pull()).isZero();
    assertThat(pulled()).hasSize(25);

    assertThat(push(indicators(25, 28))).isZero();
    assertThat(pull()).isZero();
    assertThat(pulled()).isEqualTo(numbered(0, 28));
    assertThat(err.toString()).contains("25 objects", "0 objects", "3 objects");
  }

  @Test
  void push_anObjectThatIsRefused_endsWithOneAndStoresTheOthers() throws Exception {
    Path file = Path.of(indicators(0, 3));
    Files.writeString(file, Files.readString(file) + "{\"type\":\"tool\",\"id\":\"tool--x\"}\n");

    assertThat(push(file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("failed: tool--x");
    assertThat(out.toString()).contains("3 stored or there already, 1 failed");
    assertThat(pull()).isZero();
    assertThat(pulled()).isEqualTo(numbered(0, 3));
  }

  @Test
  void pull_endingInTheMiddle_goesOnWhereItStopped() throws Exception {
    assertThat(push(indicators(0, 35))).isZero();
    weather.forecast(Answer.PASSES, Answer.PASSES, Answer.BREAKS_OFF);

    assertThat(pull("--attempts", "1")).isEqualTo(1);
    assertThat(pulled()).isEqualTo(numbered(0, pulled().size())).hasSizeLessThan(35);
    assertThat(pull()).as("%s", err).isZero();

    assertThat(pulled()).isEqualTo(numbered(0, 35));
  }

  @Test
  void pull_askedToWait_waitsAndLosesNothing() throws Exception {
    assertThat(push(indicators(0, 25))).isZero();
    weather.asked.clear();
    weather.forecast(Answer.PASSES, Answer.TOO_MANY, Answer.UNAVAILABLE, Answer.BREAKS_OFF);

    assertThat(pull()).as("%s", err).isZero();

    assertThat(pulled()).isEqualTo(numbered(0, 25));
    assertThat(weather.asked).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void push_whoseAnswerNeverCame_isRepeatedAndStoredOnce() throws Exception {
    weather.forecast(
        Answer.UNAVAILABLE, Answer.PASSES, Answer.PASSES, Answer.BREAKS_OFF, Answer.TOO_MANY);

    assertThat(push(indicators(0, 25))).as("%s", err).isZero();

    assertThat(out.toString()).contains("25 stored or there already, 0 failed");
    assertThat(pull()).isZero();
    assertThat(pulled()).isEqualTo(numbered(0, 25));
  }

  @Test
  void push_withoutTheRight_endsWithOneAndStoresNothing() throws Exception {
    assertThat(run("push", "soc", indicators(0, 3))).isEqualTo(1);
    assertThat(pull()).isZero();
    assertThat(folder.resolve("pulled"))
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyFile());
  }
}
