// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.entente.server.auth.Passwords;
import org.entente.server.auth.Principal;
import org.entente.server.auth.SecretFactory;
import org.entente.server.exchange.administer.Administering;
import org.entente.server.exchange.administer.Explainer;
import org.entente.server.exchange.read.Feed;
import org.entente.server.exchange.read.FeedLimits;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.exchange.state.Views;
import org.entente.server.exchange.submit.Deletions;
import org.entente.server.exchange.submit.Intake;
import org.entente.server.exchange.submit.StatusLookup;
import org.entente.server.exchange.submit.Submissions;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.entente.server.resource.load.Source;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.StatusResource;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.StixId;
import org.entente.stix.json.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two use cases and administration over a real store, without HTTP. */
class ExchangeTest {
  private static final String COMMUNITY =
      """
      kind: Member
      id: acme
      name: Acme
      org_kind: private
      seat: [US]
      status: active
      handles_up_to: RED
      ---
      kind: Member
      id: borealis
      name: Borealis
      org_kind: private
      seat: [DE]
      status: active
      handles_up_to: RED
      ---
      kind: Credential
      id: acme/soc
      reader: internal
      roles: [publisher, consumer]
      ceiling: RED
      ---
      kind: Credential
      id: borealis/soc
      reader: internal
      roles: [publisher, consumer]
      ceiling: RED
      ---
      kind: Credential
      id: borealis/clients
      reader: client
      roles: [consumer]
      ceiling: RED
      ---
      kind: Circle
      id: core
      members: [acme, borealis]
      ---
      kind: Collection
      id: 3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11
      api_root: exchange
      title: Indicators
      alias: indicators
      readers: [{all: members}]
      writers: [{all: members}]
      accepts: RED
      history: all
      """;
  private static final String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";
  private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  private static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";

  /** Nanoseconds since the epoch; time goes on whenever it is looked at. */
  private final AtomicLong now = new AtomicLong(1_767_225_600_000_000_000L);

  @TempDir Path data;
  private Vertx vertx;
  private House house;

  /** Everything behind the doors. */
  private record House(
      Storage storage,
      Feed feed,
      Submissions submissions,
      Deletions deletions,
      Administering administering,
      Explainer explainer) {}

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    house = start();
    apply(COMMUNITY);
  }

  @AfterEach
  void close() throws Exception {
    await(house.storage.close());
    await(vertx.close());
  }

  private House start() throws Exception {
    Storage storage =
        SqliteStorage.at(vertx, data, this::clock, Options.with(() -> now.addAndGet(1_000)));
    await(storage.open());
    Knowledge knowledge = new Knowledge(storage, StoredDocuments::resource);
    await(knowledge.load());
    Feed feed =
        new Feed(
            knowledge,
            new Views(100),
            storage.objects(),
            new FeedLimits(1 << 20, 1 << 20),
            new Feed.Watch() {
              @Override
              public void page(boolean fromMemory) {}

              @Override
              public void mismatch() {}
            });
    await(feed.start());
    Random random = new Random(7);
    Submissions submissions =
        new Submissions(
            vertx,
            knowledge,
            storage,
            new Intake(
                Limits.DEFAULT,
                false,
                64 << 20,
                () -> new UUID(random.nextLong(), random.nextLong()),
                this::clock));
    StatusLookup statuses = new StatusLookup(knowledge, storage.statuses());
    Administering administering =
        new Administering(
            knowledge,
            storage,
            statuses::progress,
            new SecretFactory(random),
            new Passwords(vertx, 1, random),
            this::clock);
    return new House(
        storage,
        feed,
        submissions,
        new Deletions(submissions),
        administering,
        new Explainer(knowledge, storage, StoredDocuments::resource));
  }

  private Instant clock() {
    return Instant.ofEpochSecond(0, now.addAndGet(1_000));
  }

  private void apply(String yaml) throws Exception {
    Loaded loaded = new Documents().read(List.of(new Source("test.yaml", yaml)));
    assertThat(loaded.errors()).isEmpty();
    await(
        house
            .administering
            .resources()
            .compose(
                set ->
                    house.administering.apply(
                        new ResourceChange(
                            set.basis(),
                            loaded.entries().stream().map(Loaded.Entry::document).toList(),
                            Set.of()),
                        false,
                        "test")));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static Principal who(String credential) {
    return new Principal(credential, credential.substring(0, credential.indexOf('/')));
  }

  private CollectionView view(String credential) throws Exception {
    return await(house.feed.collection(who(credential), "exchange", COLLECTION)).orElseThrow();
  }

  private StatusResource push(String credential, String... objects) throws Exception {
    Sink sink =
        await(
            house.submissions.begin(
                who(credential),
                view(credential),
                List.of(),
                new SubmissionInfo("r", Optional.empty(), 1 << 24)));
    sink.write(
        Buffer.buffer(
            ("{\"objects\":[" + String.join(",", objects) + "]}")
                .getBytes(StandardCharsets.UTF_8)));
    sink.end();
    return await(sink.result());
  }

  private Page poll(String credential, long after, int limit) throws Exception {
    return await(
        house.feed.objects(
            who(credential),
            view(credential),
            new ObjectQuery(
                Optional.of(after),
                limit,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                VersionMatch.LAST)));
  }

  private static String indicator(int n, String modified, String marking) {
    return "{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--"
        + uuid(n)
        + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\""
        + modified
        + "\",\"object_marking_refs\":[\""
        + marking
        + "\"],\"pattern\":\"[x]\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\"}";
  }

  private static String relationship(int n, int source, int target, String marking) {
    return "{\"type\":\"relationship\",\"spec_version\":\"2.1\",\"id\":\"relationship--"
        + uuid(n)
        + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\","
        + "\"relationship_type\":\"related-to\",\"object_marking_refs\":[\""
        + marking
        + "\"],\"source_ref\":\"indicator--"
        + uuid(source)
        + "\",\"target_ref\":\"indicator--"
        + uuid(target)
        + "\"}";
  }

  private static UUID uuid(int n) {
    return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L + n);
  }

  private static List<String> ids(Page page) {
    return page.rows().stream()
        .map(row -> row.id().substring(row.id().length() - 2))
        .collect(Collectors.toList());
  }

  @Test
  void push_isReadByThoseWhoMay_alsoAfterARestart() throws Exception {
    StatusResource status =
        push(
            "acme/soc",
            indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
            indicator(2, "2026-01-01T00:00:00.000Z", STRICT),
            relationship(3, 1, 2, GREEN));
    assertThat(status.complete()).isTrue();
    assertThat(status.success()).isEqualTo(3);
    assertThat(ids(poll("borealis/soc", 0, 10))).containsExactly("01", "02", "03");
    assertThat(ids(poll("borealis/clients", 0, 10))).containsExactly("01");
    await(house.storage.close());
    house = start();
    assertThat(ids(poll("borealis/soc", 0, 2))).containsExactly("01", "02");
    assertThat(ids(poll("borealis/clients", 0, 10))).containsExactly("01");
  }

  @Test
  void newVersion_takesTheHead_andNarrowsWhatRefersToIt() throws Exception {
    push(
        "acme/soc",
        indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
        indicator(2, "2026-01-01T00:00:00.000Z", GREEN),
        relationship(3, 1, 2, GREEN));
    Page all = poll("borealis/clients", 0, 10);
    assertThat(ids(all)).containsExactly("01", "02", "03");
    push("acme/soc", indicator(2, "2026-01-02T00:00:00.000Z", STRICT));
    assertThat(ids(poll("borealis/clients", 0, 10))).containsExactly("01");
    assertThat(ids(poll("borealis/clients", all.nextPosition(), 10))).isEmpty();
    push("acme/soc", indicator(2, "2026-01-03T00:00:00.000Z", GREEN));
    assertThat(ids(poll("borealis/clients", all.nextPosition(), 10)))
        .containsExactlyInAnyOrder("02", "03");
  }

  @Test
  void duplicate_isASuccessWithoutEffect_andOtherContentIsRefused() throws Exception {
    push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    long before = poll("acme/soc", 0, 10).nextPosition();
    StatusResource again = push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(again.success()).isEqualTo(1);
    assertThat(poll("acme/soc", 0, 10).nextPosition()).isEqualTo(before);
    StatusResource other = push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", STRICT));
    assertThat(other.failure()).isEqualTo(1);
    assertThat(other.failures().get(0).message().orElse("")).startsWith("/objects/0: version");
  }

  @Test
  void foreignObject_hiddenGoesToAShadow_visibleIsRefused() throws Exception {
    apply(
        """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: borealis}]}
        """);
    push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(ids(poll("borealis/soc", 0, 10))).isEmpty();
    StatusResource shadow = push("borealis/soc", indicator(1, "2026-01-05T00:00:00.000Z", GREEN));
    assertThat(shadow.success()).isEqualTo(1);
    assertThat(ids(poll("borealis/soc", 0, 10))).containsExactly("01");
    assertThat(ids(poll("borealis/clients", 0, 10))).isEmpty();
    assertThat(poll("acme/soc", 0, 10).rows().get(0).version()).startsWith("2026-01-01");
  }

  @Test
  void loosenedPolicy_givesStoredObjectsToThoseWhoHavePolledPastThem() throws Exception {
    apply(
        """
        kind: ReleasePolicy
        id: acme/default@1
        applies_to: {level: member}
        release: {except: [{org: borealis}]}
        """);
    push(
        "acme/soc",
        indicator(1, "2026-01-01T00:00:00.000Z", GREEN),
        indicator(2, "2026-01-01T00:00:00.000Z", GREEN));
    push("borealis/soc", indicator(9, "2026-01-01T00:00:00.000Z", GREEN));
    long cursor = poll("borealis/soc", 0, 10).nextPosition();
    apply(
        """
        kind: ReleasePolicy
        id: acme/default@2
        applies_to: {level: member}
        release: {to: [{circle: core}]}
        """);
    assertThat(ids(poll("borealis/soc", cursor, 1))).containsExactly("01");
    Page rest = poll("borealis/soc", cursor, 10);
    assertThat(ids(rest)).containsExactly("01", "02");
    assertThat(ids(poll("borealis/soc", rest.nextPosition(), 10))).isEmpty();
    assertThat(ids(poll("borealis/soc", 0, 10))).containsExactlyInAnyOrder("09", "01", "02");
    push("acme/soc", indicator(3, "2026-01-01T00:00:00.000Z", GREEN));
    assertThat(ids(poll("borealis/soc", rest.nextPosition(), 10))).containsExactly("03");
  }

  @Test
  void delete_takesTheObjectFromEverybody_andItsFloorStays() throws Exception {
    push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", GREEN));
    push("acme/soc", indicator(1, "2026-01-02T00:00:00.000Z", STRICT));
    ObjectQuery last =
        new ObjectQuery(
            Optional.empty(),
            1,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            VersionMatch.LAST);
    String id = "indicator--" + uuid(1);
    assertThat(await(house.deletions.delete(who("borealis/soc"), view("borealis/soc"), id, last)))
        .isEqualTo(DeleteOutcome.FORBIDDEN);
    assertThat(await(house.deletions.delete(who("acme/soc"), view("acme/soc"), id, last)))
        .isEqualTo(DeleteOutcome.DONE);
    assertThat(poll("borealis/soc", 0, 10).rows().get(0).version()).startsWith("2026-01-01");
    assertThat(ids(poll("borealis/clients", 0, 10))).isEmpty();
  }

  @Test
  void explain_saysWhatGetSays() throws Exception {
    push("acme/soc", indicator(1, "2026-01-01T00:00:00.000Z", STRICT));
    StixId id = StixId.parse("indicator--" + uuid(1)).orElseThrow();
    Explanation yes =
        await(
            house.explainer.explain(
                "borealis/soc", COLLECTION, id, Optional.empty(), Optional.empty()));
    assertThat(yes.permit()).isTrue();
    Explanation no =
        await(
            house.explainer.explain(
                "borealis/clients", COLLECTION, id, Optional.empty(), Optional.empty()));
    assertThat(no.permit()).isFalse();
    assertThat(no.decidedBy()).contains("AMBER+STRICT");
    assertThat(await(house.explainer.who(id, Optional.empty())).groups()).hasSize(3);
  }

  @Test
  void carriedObservable_isSeenWithWhatRefersToIt() throws Exception {
    String address =
        "{\"type\":\"ipv4-addr\",\"spec_version\":\"2.1\","
            + "\"id\":\"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4\",\"value\":\"198.51.100.3\"}";
    String observed =
        "{\"type\":\"observed-data\",\"spec_version\":\"2.1\",\"id\":\"observed-data--"
            + uuid(5)
            + "\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\","
            + "\"object_marking_refs\":[\""
            + GREEN
            + "\"],\"object_refs\":[\"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4\"]}";
    StatusResource status = push("acme/soc", address, observed);
    assertThat(status.failures()).isEmpty();
    assertThat(ids(poll("borealis/clients", 0, 10))).containsExactlyInAnyOrder("05", "c4");
    push(
        "acme/soc",
        observed
            .replace("\"modified\":\"2026-01-01", "\"modified\":\"2026-02-01")
            .replace(GREEN, STRICT));
    assertThat(ids(poll("borealis/clients", 0, 10))).isEmpty();
    assertThat(ids(poll("borealis/soc", 0, 10))).containsExactlyInAnyOrder("05", "c4");
  }
}
