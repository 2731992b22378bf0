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
import org.junit.jupiter.api.TestFactory;

/** What the documentation tells people to type or to open is there. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern FENCE = Pattern.compile("(?s)```(?:sh|console)\\n(.*?)```");
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
      commands.add(line.substring(start + COMMAND.length()).strip());
    }
  }

  @SuppressForbidden("the command line takes the machine's clock and chance")
  private static void checkCommand(String... words) {
    Chance chance = new Chance(InstantSource.system(), System::nanoTime, new SecureRandom());

    assertThatCode(() -> Main.commandLine(chance, Map.of()).parseArgs(words))
        .doesNotThrowAnyException();
  }
}
