// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.entente.document.Source;
import org.entente.server.resource.Document;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.junit.jupiter.api.Test;

/** Whatever is done to a text, reading and planning it end in documents or in errors. */
class MutationTest {
  private static final Path COMMUNITIES = Path.of("..", "config", "communities");
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\n",
          "---\n",
          "- ",
          ": ",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "&a ",
          "*a",
          "!x ",
          "|\n",
          "#",
          "null",
          "~",
          "true",
          "-1",
          "1e999",
          "0x1f",
          ".nan",
          "@",
          "/",
          "\u0000",
          "\ud83d",
          "\t",
          "kind: Member\n",
          "id: ",
          "hub",
          "members",
          "{org: acme}",
          "2026-13-40",
          "P",
          "\u2028");

  private static final Documents DOCUMENTS = new Documents();
  private final Planner planner =
      new Planner(Set.of("exchange"), () -> Instant.parse("2026-06-01T00:00:00Z"));

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(COMMUNITIES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String mutated(String text, RandomGenerator random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int from = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), from + random.nextInt(12));
      mutated.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
    }
    return mutated.toString();
  }

  @Test
  void readAndPlan_ofAnyText_end() throws IOException {
    List<String> texts = texts();
    List<Document> sample = DOCUMENTS.read(sources(texts)).documents();
    RandomGenerator random = new SplittableRandom(20260601);
    int refused = 0;
    for (int i = 0; i < 800; i++) {
      String text = mutated(texts.get(random.nextInt(texts.size())), random);
      Loaded loaded = DOCUMENTS.read(List.of(new Source("", text)));
      Plan plan = planner.plan(sample, loaded, random.nextBoolean());
      if (!loaded.errors().isEmpty()) {
        assertThat(plan.errors()).as(text).isNotEmpty();
      }
      if (!plan.errors().isEmpty()) {
        assertThat(plan.changes()).as(text).isEmpty();
        refused++;
      }
      for (Document document : loaded.documents()) {
        assertThat(Documents.restore(document.ref().kind(), document.json())).isEqualTo(document);
      }
    }
    assertThat(refused).isBetween(250, 799);
  }

  private static List<Source> sources(List<String> texts) {
    return texts.stream().map(text -> new Source("", text)).toList();
  }
}
