// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.SuppressForbidden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line as a whole. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressForbidden("the command line takes the machine's clock and chance")
  private CommandLine line() {
    Chance chance = new Chance(InstantSource.system(), System::nanoTime, new SecureRandom());
    return Main.commandLine(chance, Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  @TestFactory
  Stream<DynamicTest> help_ofEachCommand_isShown() {
    List<String> commands = new ArrayList<>();
    add(line(), "", commands);
    assertThat(commands).contains(" serve", " audit", " audit verify", " credential set-password");
    return commands.stream().map(path -> DynamicTest.dynamicTest(path, () -> checkHelp(path)));
  }

  private static void add(CommandLine line, String path, List<String> commands) {
    line.getSubcommands()
        .forEach(
            (name, below) -> {
              commands.add(path + " " + name);
              add(below, path + " " + name, commands);
            });
  }

  private void checkHelp(String path) {
    out.getBuffer().setLength(0);
    List<String> words = new ArrayList<>(List.of(path.strip().split(" ")));
    words.add("--help");

    assertThat(line().execute(words.toArray(String[]::new))).isZero();
    assertThat(out.toString()).startsWith("Usage: entente" + path).contains("Show this help.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"serve --insecure-http 65535", "serve --insecure-http -1", "demo --port 65535"})
  void execute_portThatIsNone_isWrongUse(String words) {
    assertThat(line().execute(words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(" 0 to 65534");
  }

  @Test
  void execute_groupAlone_namesWhatIsBelow() {
    assertThat(line().execute("audit")).isEqualTo(2);
    assertThat(err.toString()).startsWith("one of verify, export");
    err.getBuffer().setLength(0);
    assertThat(line().execute("credential")).isEqualTo(2);
    assertThat(err.toString()).startsWith("one of issue, revoke, list, set-password");
  }

  @Test
  void execute_wrongUse_isSaidWithoutTheWholeHelp() {
    assertThat(line().execute("frobnicate")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
    err.getBuffer().setLength(0);
    assertThat(line().execute("push", "--url", "http://127.0.0.1:1/r/collections/c/", "/no/such"))
        .isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("`/no/such` cannot be read", "see `entente push --help`");
  }
}
