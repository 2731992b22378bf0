// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.server.RunningServer;
import org.entente.server.taxii.cases.CaseFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Clients in the field read a changing collection: they end, lose nothing, repeat nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayTest {
  private static final List<Supplier<FieldClient>> CLIENTS =
      List.of(
          () -> new Taxii2Client(50),
          () -> new Taxii2Client(0),
          Xsoar::new,
          () -> new Elastic(true),
          () -> new Elastic(false),
          OpenCtiIngester::new,
          Misp::new,
          MineMeld::new,
          Documented::sentinel,
          Documented::splunk,
          Documented::sumo,
          Documented::qradar,
          Documented::eclecticIq,
          Documented::trendMicro,
          Documented::anomali,
          Documented::secOps,
          Documented::cabbyLike,
          Documented::flare);

  private final AtomicInteger sources = new AtomicInteger();
  private RunningServer server;
  private String vendor;
  private String soc;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = RunningServer.start(folder, CaseFile.text("server.yaml"));
    server.apply(CaseFile.text("community.yaml"));
    vendor = server.issue("vendor/feed");
    soc = server.issue("soc/siem");
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private Source source() throws Exception {
    return new Source(server, vendor, sources.incrementAndGet());
  }

  private Feed feed(Source source) {
    return new Feed(server, source.path(), "soc/siem", soc);
  }

  @TestFactory
  Stream<DynamicTest> poll_eachClientAndSize_bringsEverythingOnce() {
    return CLIENTS.stream()
        .flatMap(
            client ->
                Stream.of(0, 1, client.get().limit(), client.get().limit() + 1)
                    .map(size -> test(client.get(), size)));
  }

  private DynamicTest test(FieldClient client, int size) {
    return DynamicTest.dynamicTest(
        client.name() + ", " + size + " objects", () -> polls(client, size));
  }

  private void polls(FieldClient client, int size) throws Exception {
    Source source = source();
    source.add(size);
    Feed feed = feed(source);
    client.poll(feed);
    boolean onlyAPage = client instanceof MineMeld && size > client.limit();
    List<String> first = source.visible().subList(0, onlyAPage ? client.limit() : size);
    assertThat(feed.taken()).isEqualTo(first);
    assertThat(feed.requests()).isLessThanOrEqualTo(size / client.limit() + 3);
    if (onlyAPage) {
      return;
    }

    server.later(Duration.ofMinutes(5));
    source.add(3);
    server.later(Duration.ofMillis(3));
    source.change("2026-02-01T00:00:00.000Z");
    feed.clear();
    client.poll(feed);
    List<String> now = source.visible();
    List<String> fresh = now.stream().filter(name -> !first.contains(name)).toList();
    if (client.remembers()) {
      assertThat(feed.taken()).isEqualTo(fresh);
    } else if (size + 4 <= client.limit()) {
      assertThat(feed.taken()).isEqualTo(now);
    } else {
      assertThat(feed.taken()).doesNotHaveDuplicates();
    }

    server.later(Duration.ofMinutes(5));
    feed.clear();
    client.poll(feed);
    assertThat(client.remembers() ? feed.taken() : List.of()).isEmpty();
    assertThat(feed.requests()).isLessThanOrEqualTo(size / client.limit() + 4);
  }

  @Test
  void poll_tenThousandObjects_bringsEverythingInBoundedRequests() throws Exception {
    Source source = source();
    source.add(7_000);
    for (Supplier<FieldClient> each : CLIENTS) {
      FieldClient client = each.get();
      if (client instanceof MineMeld) {
        continue;
      }
      Feed feed = feed(source);
      client.poll(feed);
      assertThat(feed.taken()).as(client.name()).isEqualTo(source.visible());
      assertThat(feed.requests())
          .as(client.name())
          .isEqualTo(-Math.floorDiv(-7_000, client.limit()));
    }
  }

  @Test
  void poll_objectOfTheFuture_isSeenByWhoKeepsTheServersDate() throws Exception {
    for (Supplier<FieldClient> each : CLIENTS) {
      FieldClient client = each.get();
      Source source = source();
      source.add(3);
      source.change("2099-01-01T00:00:00.000Z");
      Feed feed = feed(source);
      client.poll(feed);
      assertThat(feed.taken()).as(client.name()).isEqualTo(source.visible());

      server.later(Duration.ofMinutes(5));
      source.add(2);
      feed.clear();
      client.poll(feed);
      List<String> now = source.visible();
      if (client.remembers()) {
        assertThat(feed.taken()).as(client.name()).isEqualTo(now.subList(3, 5));
      } else {
        // who takes the producer's date for the server's has put itself into the future
        boolean led = client instanceof Xsoar || client instanceof MineMeld;
        assertThat(feed.taken()).as(client.name()).isEqualTo(led ? List.of() : now);
      }
    }
  }

  @Test
  void run_ofTheConnectorThatLeaksItsToken_losesNothing() throws Exception {
    List<Source> sources = List.of(source(), source(), source());
    List<Feed> feeds = sources.stream().map(this::feed).toList();
    OpenCtiConnector connector = new OpenCtiConnector();
    for (Source source : sources) {
      source.add(25);
    }
    connector.run(feeds, 10);
    for (int i = 0; i < sources.size(); i++) {
      assertThat(feeds.get(i).taken()).isEqualTo(sources.get(i).visible());
      assertThat(feeds.get(i).requests()).isEqualTo(3);
    }

    server.later(Duration.ofMinutes(5));
    for (Source source : sources) {
      source.add(13);
    }
    feeds.forEach(Feed::clear);
    connector.run(feeds, 10);
    for (int i = 0; i < sources.size(); i++) {
      List<String> all = sources.get(i).visible();
      assertThat(new HashSet<>(feeds.get(i).taken())).containsAll(all.subList(25, 38));
      assertThat(feeds.get(i).requests()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void poll_inTheMiddleOfAChange_losesNothing() throws Exception {
    Source source = source();
    source.add(120);
    Feed feed = feed(source);
    OpenCtiIngester ingester = new OpenCtiIngester();
    Taxii2Client other = new Taxii2Client(50);
    for (int round = 0; round < 5; round++) {
      ingester.poll(feed);
      source.add(30);
      server.later(Duration.ofSeconds(7));
    }
    ingester.poll(feed);
    assertThat(feed.taken()).isEqualTo(source.visible());
    feed.clear();
    other.poll(feed);
    assertThat(feed.taken()).isEqualTo(source.visible());
  }
}
