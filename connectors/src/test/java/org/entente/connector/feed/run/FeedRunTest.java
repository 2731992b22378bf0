// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.connector.feed.definition.Definitions;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.Library;
import org.entente.stix.build.BuiltObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Feeds over files: the shipped definitions over their samples, and what goes wrong. */
class FeedRunTest {
  private static final Path FEEDS = Path.of("../config/feeds");
  private static final UUID NAMESPACE = UUID.fromString("3d5a1c1e-55f5-4b0e-8f0c-6a1f4f6d2c11");
  private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir Path folder;

  private static final class Gathering implements RunListener {
    final List<String> objects = new ArrayList<>();
    final List<Quarantined> bad = new ArrayList<>();

    @Override
    public void object(BuiltObject made) {
      objects.add(made.toString());
    }

    @Override
    public void quarantined(Quarantined record) {
      bad.add(record);
    }

    @Override
    public void progress(long records) {}
  }

  private final Gathering gathering = new Gathering();

  private static Library library() {
    return new Library(new Definitions());
  }

  private RunReport run(String id, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text, StandardCharsets.ISO_8859_1);
    return run(library().find(id).orElseThrow(), file);
  }

  private RunReport run(FeedDefinition feed, Path file) throws IOException {
    return new FeedRun(feed, NAMESPACE, AT, gathering).run(file);
  }

  @TestFactory
  Stream<DynamicTest> run_eachShippedFeedOverItsSample_makesWhatIsExpected() throws IOException {
    return library().all().stream()
        .map(feed -> DynamicTest.dynamicTest(feed.id(), () -> checkSample(feed)));
  }

  private void checkSample(FeedDefinition feed) throws IOException {
    Gathering made = new Gathering();
    RunReport report = new FeedRun(feed, NAMESPACE, AT, made).run(sample(feed.id()));
    assertThat(report.held()).isEmpty();
    assertThat(made.objects)
        .isEqualTo(Files.readAllLines(FEEDS.resolve("samples/" + feed.id() + ".expected.jsonl")));
  }

  private static Path sample(String id) throws IOException {
    try (Stream<Path> files = Files.list(FEEDS.resolve("samples"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(id + "."))
          .filter(file -> !file.toString().endsWith(".expected.jsonl"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void library_index_namesEveryDefinition() throws IOException {
    try (Stream<Path> files = Files.list(FEEDS)) {
      List<String> named =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - 5))
              .sorted()
              .toList();
      assertThat(library().all().stream().map(FeedDefinition::id)).isEqualTo(named);
    }
  }

  @Test
  void run_listWithBadAndReservedValues_quarantinesAndDropsThem() throws IOException {
    RunReport report =
        run(
            "blocklist-de",
            "192.0.2.1\n10.0.0.1\n0.0.0.0/0\n999.1.1.1\n::1\n192.0.2.2\n192.0.2.3\n");
    assertThat(report).isEqualTo(new RunReport(7, 0, 3, 3, 1, 10, report.held()));
    assertThat(report.held()).isEmpty();
    assertThat(gathering.bad)
        .containsExactly(new Quarantined(4, "value", "`999.1.1.1` is no IP address", "999.1.1.1"));
  }

  @Test
  void run_urlWithAQuote_isEscapedInThePattern() throws IOException {
    run("openphish", "http://files.example.net/a'b\n");
    assertThat(gathering.objects.get(2))
        .contains("\"pattern\":\"[url:value = 'http://files.example.net/a\\\\'b']\"");
  }

  @Test
  void run_twice_givesTheSameBytes() throws IOException {
    run("openphish", "http://files.example.net/a\n");
    List<String> first = List.copyOf(gathering.objects);
    gathering.objects.clear();
    run("openphish", "http://files.example.net/a\n");
    assertThat(gathering.objects).isEqualTo(first);
  }

  @Test
  void run_emptyFile_isHeld() throws IOException {
    assertThat(run("blocklist-de", "# nothing today\n").held())
        .contains("the file has 0 records, and the guard wants 1");
  }

  @Test
  void run_page_isHeld() throws IOException {
    assertThat(run("blocklist-de", "\n<!DOCTYPE html><html>login</html>").held())
        .contains("the file is a page for a browser (HTML), not data");
  }

  @Test
  void run_otherColumns_isHeld() throws IOException {
    assertThat(run("feodo", "first_seen_utc,ip\n\"2025-12-02 11:20:05\",\"203.0.113.77\"\n").held())
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("no line names the columns"));
  }

  @Test
  void run_columnsTurnedRound_areFoundByName() throws IOException {
    RunReport report =
        run(
            "feodo",
            "malware,extra,last_online,C2_STATUS,dst_port,dst_ip,first_seen_utc\n"
                + "Pikabot,x,2026-01-14,offline,443,203.0.113.77,2025-12-02 11:20:05\n");
    assertThat(report.mapped()).isEqualTo(1);
    assertThat(gathering.objects.get(3))
        .contains("\"created\":\"2025-12-02T11:20:05.000Z\"", "203.0.113.77 port 443");
  }

  @Test
  void run_shortRow_isQuarantinedAndNotFilled() throws IOException {
    run(
        "feodo",
        "first_seen_utc,dst_ip,dst_port,c2_status,last_online,malware\n2025-12-02 11:20:05,203.0.113.77\n");
    assertThat(gathering.bad)
        .extracting(Quarantined::detail)
        .containsExactly("the row has 2 cells and needs 6");
  }

  @Test
  void run_timeToCome_isQuarantined() throws IOException {
    run(
        "feodo",
        "first_seen_utc,dst_ip,dst_port,c2_status,last_online,malware\n"
            + "2031-12-02 11:20:05,203.0.113.77,443,offline,2026-01-14,Pikabot\n");
    assertThat(gathering.bad)
        .extracting(Quarantined::detail)
        .containsExactly("`2031-12-02 11:20:05` is still to come");
  }
}
