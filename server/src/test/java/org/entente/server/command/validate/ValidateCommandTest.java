// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.entente.server.command.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
  private static final String ID = "identity--00000000-0000-4000-8000-00000000000";
  private static final String BUNDLE = "bundle--00000000-0000-4000-8000-000000000009";
  private static final String GOOD = identity(1, "");
  private static final String ODD = identity(2, ",\"sectors\":[\"bakery\"]");
  private static final String BAD = identity(3, ",\"confidence\":101");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String stdin = "";

  private static String identity(int n, String more) {
    return """
        {"type":"identity","spec_version":"2.1","id":"%s%d","created":"2026-01-01T00:00:00.000Z",\
        "modified":"2026-01-01T00:00:00.000Z","name":"Example"%s}\
        """
        .formatted(ID, n, more);
  }

  private int run(boolean colour, String... args) {
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), colour);
    return new CommandLine(new ValidateCommand(terminal, () -> 0))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void validate_bundleWithErrors_namesFileAndPointer() throws Exception {
    String bundle =
        file(
            "a.json",
            "{\"type\":\"bundle\",\"id\":\""
                + BUNDLE
                + "\",\"objects\":["
                + GOOD
                + ","
                + BAD
                + "]}");
    assertThat(run(false, bundle)).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            bundle + ":/objects/1 " + ID + "3",
            "  error    /confidence: `101` is not 0 to 100 (B11, §3.2)",
            "not valid: 2 objects in 1 file, 1 error, 0 warnings");
  }

  @Test
  void validate_warningsOnly_exitsWithZero_andColoursWhereSomebodyLooks() throws Exception {
    assertThat(run(true, file("a.json", ODD))).isZero();
    assertThat(out.toString()).contains("\u001b[33mwarning\u001b[0m").contains("\u001b[32mvalid");
  }

  @Test
  void validate_jsonLinesFromStandardInput_countsTheLines() {
    stdin = GOOD + "\n" + BAD + "\n";
    assertThat(run(false, "-")).isEqualTo(1);
    assertThat(out.toString()).contains("-:2 " + ID + "3").contains("2 objects in 1 file");
  }

  @Test
  void validate_gzipInAFolder_isFoundAndRead() throws Exception {
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.json.gz")))) {
      gzip.write(("[" + GOOD + "," + ODD + "]").getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("README.md"), "none of STIX");
    assertThat(run(false, folder.toString())).isZero();
    assertThat(out.toString()).contains("valid: 2 objects in 1 file, 0 errors, 1 warning");
  }

  @Test
  void validate_asJson_writesALineForEachFinding() throws Exception {
    assertThat(run(false, "--json", "--profile", "strict", file("a.json", BAD))).isEqualTo(1);
    List<JsonObject> lines = out.toString().lines().map(JsonObject::new).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).getString("rule")).isEqualTo("B11");
    assertThat(lines.get(0).getString("pointer")).isEqualTo("/confidence");
    assertThat(lines.get(0).getString("level")).isEqualTo("error");
    assertThat(lines.get(1).getLong("errors")).isEqualTo(1);
  }

  @Test
  void validate_withMax_showsNoMoreAndSaysHowManyAreLeft() throws Exception {
    assertThat(run(false, "--max", "1", file("a.jsonl", BAD + "\n" + BAD + "\n" + ODD)))
        .isEqualTo(1);
    assertThat(out.toString()).contains("and 2 more findings").contains("2 errors, 1 warning");
  }

  @Test
  void validate_olderStix_isNamedAndRefused() throws Exception {
    String second = GOOD.replace("\"spec_version\":\"2.1\",", "");
    assertThat(run(false, file("2.json", second))).isEqualTo(1);
    assertThat(run(false, file("1.xml", "<stix:STIX_Package/>"))).isEqualTo(1);
    assertThat(out.toString())
        .contains("`spec_version` is missing, as in STIX 2.0 content; only 2.1 is accepted (B9")
        .contains("this is XML: STIX 1 is not accepted, only STIX 2.1");
  }

  @Test
  void validate_objectsThatDoNotFitTogether_namesTheOneThatIsWrong() throws Exception {
    String translation =
        """
        {"type":"language-content","spec_version":"2.1",\
        "id":"language-content--00000000-0000-4000-8000-000000000007",\
        "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z",\
        "object_ref":"%s1","object_modified":"2026-01-02T00:00:00.000Z",\
        "contents":{"de":{"name":"Beispiel"}}}\
        """
            .formatted(ID);
    String lines = file("a.jsonl", translation + "\n" + GOOD);
    assertThat(run(false, lines)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(lines + " language-content--")
        .contains("  error    /object_modified: `" + ID + "1` is known here")
        .contains("(B51, §7.1)");
  }

  @Test
  void validate_bundle_isHeldAgainstTheStandardItself() throws Exception {
    String of = "\",\"objects\":[" + GOOD + "]}";
    String wrong = "{\"type\":\"bundle\",\"id\":\"bundle--1" + of;
    String old = "{\"type\":\"bundle\",\"spec_version\":\"2.0\",\"id\":\"" + BUNDLE + of;
    String empty = "{\"type\":\"bundle\",\"id\":\"" + BUNDLE + "\"}";
    assertThat(run(false, file("empty.json", empty))).isZero();
    assertThat(run(false, file("wrong.json", wrong))).isEqualTo(1);
    assertThat(run(false, "--profile", "lenient", file("wrong.json", wrong))).isZero();
    assertThat(run(false, file("old.json", old))).isEqualTo(1);
    assertThat(out.toString())
        .contains("error    /id: `bundle--1` is no identifier such as `bundle--UUID` (B2, §8)")
        .contains("warning  /id: `bundle--1` is no identifier such as `bundle--UUID` (B2, §8)")
        .contains("error    /spec_version: this is a STIX 2.0 bundle, only 2.1 is accepted (B9");
  }

  @Test
  void validate_emptyFile_isAnError() throws Exception {
    assertThat(run(false, file("none.json", ""))).isEqualTo(1);
    assertThat(out.toString()).contains("error    the file holds no objects");
  }

  @Test
  void validate_whatIsNoJson_isAnError() throws Exception {
    assertThat(run(false, file("a.json", "{\"objects\":[" + GOOD))).isEqualTo(1);
    assertThat(run(false, file("b.json", "nothing"))).isEqualTo(1);
  }

  @Test
  void validate_wrongUse_exitsWithTwo() throws Exception {
    assertThat(run(false)).isEqualTo(2);
    assertThat(run(false, "--profile", "loose", "-")).isEqualTo(2);
    assertThat(run(false, folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be read");
  }
}
