// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.document.Source;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Member;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SampleCommunityTest {
  private static final Path COMMUNITIES = Path.of("..", "config", "communities");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final Documents DOCUMENTS = new Documents();
  private final Planner planner = new Planner(Set.of("exchange"), () -> NOW);

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(COMMUNITIES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private Loaded read(List<Path> files) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new Source(file.toString(), Files.readString(file)));
    }
    return DOCUMENTS.read(sources);
  }

  private Plan sample() throws IOException {
    return planner.plan(List.of(), read(files("sample")), false);
  }

  @Test
  void sample_onAnEmptyStore_applies() throws IOException {
    Plan plan = sample();

    assertThat(plan.errors()).isEmpty();
    assertThat(plan.upserts())
        .extracting(document -> document.ref().kind())
        .contains(
            Kind.HUB_POLICY,
            Kind.MEMBER,
            Kind.CIRCLE,
            Kind.REGION,
            Kind.AGREEMENT,
            Kind.COLLECTION,
            Kind.CREDENTIAL,
            Kind.RELEASE_POLICY,
            Kind.ADMINISTRATOR);
  }

  @Test
  void sample_members_areSixInFourCountries() throws IOException {
    Set<String> seats = new HashSet<>();
    int members = 0;
    for (Document document : sample().upserts()) {
      if (document.resource() instanceof Member member) {
        assertThat(member.active()).isTrue();
        seats.addAll(member.seat());
        members++;
      }
    }
    assertThat(members).isEqualTo(6);
    assertThat(seats).containsExactlyInAnyOrder("US", "DE", "FR", "NO");
  }

  @TestFactory
  Stream<DynamicTest> examples_onTheSample_apply() throws IOException {
    List<Document> sample = sample().upserts();
    List<Path> examples = files("examples");
    assertThat(examples).isNotEmpty();
    return examples.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Plan plan = planner.plan(sample, read(List.of(file)), false);
                      assertThat(plan.errors()).isEmpty();
                      assertThat(plan.changes()).isNotEmpty();
                      assertThat(Files.readString(file)).startsWith("# ");
                    }));
  }
}
