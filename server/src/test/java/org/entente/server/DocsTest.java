// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.SuppressForbidden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What the documentation tells people to type or to open is there. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern FENCE = Pattern.compile("(?s)```(?:sh|console)\\n(.*?)```");
  private static final Path QUICK_START = ROOT.resolve("docs/quick-start.md");
  private static final Pattern INPUT =
      Pattern.compile("(?m)\\s((?:config|docs)/\\S+|\\S+\\.(?:json|yaml))(?=\\s|$)");
  private static final Pattern OBJECT = Pattern.compile("--object (\\S+)");
  private static final String COMMAND = "java -jar server/target/entente.jar ";

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @TestFactory
  Stream<DynamicTest> links_ofEachPage_leadToFiles() throws IOException {
    return pages().stream()
        .map(page -> DynamicTest.dynamicTest(page.toString(), () -> checkLinks(page)));
  }

  private static void checkLinks(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      assertThat(page.resolveSibling(link.group(1)).normalize()).as(page.toString()).exists();
    }
  }

  @TestFactory
  Stream<DynamicTest> commands_ofAllPages_areUnderstood() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      Matcher fence = FENCE.matcher(Files.readString(page));
      while (fence.find()) {
        fence.group(1).replaceAll("\\\\\\n\\s*", "").lines().forEach(line -> add(line, commands));
      }
    }
    assertThat(commands).hasSizeGreaterThan(8);
    return commands.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> checkCommand(line.split("\\s+"))));
  }

  private static void add(String line, List<String> commands) {
    int start = line.indexOf(COMMAND);
    if (start >= 0) {
      // what the shell does with the output is not for the command line
      commands.add(line.substring(start + COMMAND.length()).replaceAll(" \\| .*", "").strip());
    }
  }

  private static void checkCommand(String... words) {
    assertThatCode(() -> commandLine().parseArgs(words)).doesNotThrowAnyException();
  }

  @SuppressForbidden("the command line takes the machine's clock and chance")
  private static CommandLine commandLine() {
    Chance chance = new Chance(InstantSource.system(), System::nanoTime, new SecureRandom());
    return Main.commandLine(chance, Map.of());
  }

  @Test
  void inputs_ofTheQuickStart_areThere() throws IOException {
    Matcher fence = FENCE.matcher(Files.readString(QUICK_START));
    List<String> inputs = new ArrayList<>();
    while (fence.find()) {
      Matcher input = INPUT.matcher(fence.group(1));
      while (input.find()) {
        inputs.add(input.group(1));
      }
    }

    assertThat(inputs).hasSizeGreaterThan(3);
    assertThat(inputs).allSatisfy(input -> assertThat(ROOT.resolve(input)).exists());
  }

  @Test
  void bundle_ofTheQuickStart_isValidAndHasTheObjectThatIsAskedFor() throws IOException {
    Path bundle = ROOT.resolve("docs/examples/bundle.json");
    Matcher asked = OBJECT.matcher(Files.readString(QUICK_START));

    assertThat(asked.find()).isTrue();
    assertThat(Files.readString(bundle)).contains('"' + asked.group(1) + '"');
    assertThat(commandLine().execute("validate", "--profile=strict", bundle.toString())).isZero();
  }
}
