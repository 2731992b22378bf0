// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.entente.document.Source;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.administer.Administering;
import org.entente.server.exchange.administer.Explainer;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.read.Feed;
import org.entente.server.exchange.read.FeedLimits;
import org.entente.server.exchange.spool.Spooling;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.exchange.state.Views;
import org.entente.server.exchange.submit.Deletions;
import org.entente.server.exchange.submit.Intake;
import org.entente.server.exchange.submit.Submissions;
import org.entente.server.exchange.submit.Watch;
import org.entente.server.resource.Ref;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.StatusResource;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.json.Limits;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/** Everything behind the doors, over a real store in a folder, with a small community. */
final class House {
  static final String COLLECTION = "3a3f7f8e-3e0a-4a43-8b5a-0d6c8e1d9b11";

  /** Nanoseconds since the epoch; time goes on whenever it is looked at. */
  private final AtomicLong now = new AtomicLong(1_767_225_600_000_000_000L);

  private final Path data;
  private final Extensions extensions;

  /** How many findings of which level and rule there were. */
  final Map<String, Integer> found = new TreeMap<>();

  /** What was added, there already, and refused, each time that something was decided. */
  final List<String> decided = new ArrayList<>();

  private final Options options;
  private final UnaryOperator<Storage> around;
  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(7);
  Storage storage;
  Feed feed;
  Submissions submissions;
  Deletions deletions;
  Administering administering;
  Explainer explainer;

  /** Opens an exchange in an empty folder, and founds the community. */
  House(Path data) throws Exception {
    this(data, options -> options);
  }

  /** As {@link #House(Path)}, with a store that is set up in another way. */
  House(Path data, UnaryOperator<Options> options) throws Exception {
    this(data, options, Extensions.NONE, storage -> storage);
  }

  /** As {@link #House(Path)}, with extensions that are known. */
  House(Path data, Extensions extensions) throws Exception {
    this(data, options -> options, extensions, storage -> storage);
  }

  private House(
      Path data,
      UnaryOperator<Options> options,
      Extensions extensions,
      UnaryOperator<Storage> around)
      throws Exception {
    this.data = data;
    this.extensions = extensions;
    this.options = options.apply(Options.with(() -> now.addAndGet(1_000)));
    this.around = around;
    start();
    apply(Founded.COMMUNITY);
  }

  /** As {@link #House(Path)}, with something put around the store. */
  static House around(Path data, UnaryOperator<Storage> around) throws Exception {
    return new House(data, options -> options, Extensions.NONE, around);
  }

  private void start() throws Exception {
    storage = around.apply(SqliteStorage.at(vertx, data, this::clock, options));
    await(storage.open());
    Knowledge knowledge = new Knowledge(storage, StoredDocuments::resource);
    await(knowledge.load());
    feed =
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
    submissions =
        new Submissions(
            vertx,
            knowledge,
            storage,
            new Intake(
                Limits.DEFAULT,
                false,
                64 << 20,
                Spooling.of(data.resolve("tmp"), 64 << 20, Limits.DEFAULT.envelopeBytes()),
                () -> new UUID(random.nextLong(), random.nextLong()),
                this::clock,
                extensions,
                new Watch() {
                  @Override
                  public void found(Level level, StixRule rule, int count) {
                    found.merge(level + " " + rule, count, Integer::sum);
                  }

                  @Override
                  public void decided(int added, int present, int refused) {
                    decided.add("+" + added + " =" + present + " -" + refused);
                  }
                }));
    deletions = new Deletions(submissions);
    administering = new Administering(knowledge, storage);
    explainer = new Explainer(knowledge, storage, StoredDocuments::resource, extensions);
  }

  private Instant clock() {
    return Instant.ofEpochSecond(0, now.addAndGet(1_000));
  }

  /** Lets time pass. */
  void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }

  void restart() throws Exception {
    await(storage.close());
    start();
  }

  void close() throws Exception {
    await(storage.close());
    await(vertx.close());
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  ApplyResult apply(String yaml) throws Exception {
    return apply(yaml, Set.of());
  }

  /** Applies resources, and takes others out. */
  ApplyResult apply(String yaml, Set<Ref> gone) throws Exception {
    return await(applying(yaml, gone));
  }

  /** As {@link #apply(String, Set)}, without waiting. */
  Future<ApplyResult> applying(String yaml, Set<Ref> gone) {
    Loaded loaded = new Documents().read(List.of(new Source("test.yaml", yaml)));
    assertThat(loaded.errors()).isEmpty();
    return administering
        .resources()
        .compose(
            set ->
                administering.apply(
                    new ResourceChange(
                        set.basis(),
                        loaded.entries().stream().map(Loaded.Entry::document).toList(),
                        gone),
                    false,
                    "test"));
  }

  static Principal who(String credential) {
    return new Principal(credential, credential.substring(0, credential.indexOf('/')));
  }

  CollectionView view(String credential) throws Exception {
    return await(feed.collection(who(credential), "exchange", COLLECTION)).orElseThrow();
  }

  StatusResource push(String credential, String... objects) throws Exception {
    return await(pushing(credential, objects));
  }

  /** As {@link #push}, without waiting. */
  Future<StatusResource> pushing(String credential, String... objects) {
    return feed.collection(who(credential), "exchange", COLLECTION)
        .compose(
            view ->
                submissions.begin(
                    who(credential),
                    view.orElseThrow(),
                    List.of(),
                    new SubmissionInfo("r", Optional.empty(), 1 << 24)))
        .compose(
            sink -> {
              sink.write(Buffer.buffer("{\"objects\":[" + String.join(",", objects) + "]}"));
              sink.end();
              return sink.result();
            });
  }

  DeleteOutcome delete(String credential, String id) throws Exception {
    return await(deletions.delete(who(credential), view(credential), id, latest(0, 1)));
  }

  Page poll(String credential, long after, int limit) throws Exception {
    return await(polling(credential, after, limit));
  }

  /** As {@link #poll}, without waiting. */
  Future<Page> polling(String credential, long after, int limit) {
    return feed.collection(who(credential), "exchange", COLLECTION)
        .compose(view -> feed.objects(who(credential), view.orElseThrow(), latest(after, limit)));
  }

  /** As {@link #poll}, of all versions. */
  Page all(String credential, long after, int limit) throws Exception {
    ObjectQuery query = query(after, limit, VersionMatch.ALL);
    return await(feed.objects(who(credential), view(credential), query));
  }

  static ObjectQuery latest(long after, int limit) {
    return query(after, limit, VersionMatch.LAST);
  }

  private static ObjectQuery query(long after, int limit, VersionMatch versions) {
    return new ObjectQuery(
        Optional.of(after), limit, Optional.empty(), List.of(), List.of(), List.of(), versions);
  }

  /** The latest versions that a credential sees, each by the last two digits of its id. */
  List<String> sees(String credential) throws Exception {
    return ids(poll(credential, 0, 100));
  }

  static List<String> ids(Page page) {
    return page.rows().stream()
        .map(row -> row.id().toString())
        .map(id -> id.substring(id.length() - 2))
        .toList();
  }
}
