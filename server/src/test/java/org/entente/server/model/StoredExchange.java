// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.exchange.Sink;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.SubmissionInfo;
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
import org.entente.server.resource.Document;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.PageRow;
import org.entente.server.taxii.StatusDetail;
import org.entente.server.taxii.StatusResource;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.StixId;
import org.entente.stix.json.Limits;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/** The product's exchange over its embedded store. */
final class StoredExchange implements Exchange {
  private static final String ROOT = "exchange";
  private static final int PATIENCE_SECONDS = 30;
  private static final int ONE_PAGE = 1_000;
  private static final long MEBIBYTE = 1L << 20;

  private final Vertx vertx;
  private final Context context;
  private final Path folder;
  private final UnaryOperator<Storage> around;
  private final Instant start;
  private final Dice ids = new Dice(1);
  private volatile Instant now;
  private Storage storage;
  private Knowledge knowledge;
  private Feed feed;
  private Submissions submissions;
  private Deletions deletions;
  private Administering administering;
  private Explainer explainer;

  /**
   * Opens an exchange in an empty folder.
   *
   * @param around puts something between the exchange and its store
   */
  StoredExchange(Instant start, Vertx vertx, Path folder, UnaryOperator<Storage> around) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.folder = folder;
    this.around = around;
    this.start = start;
    this.now = start;
    open();
  }

  private void open() {
    Options options = Options.with(() -> Duration.between(start, now).toNanos());
    storage = around.apply(SqliteStorage.at(vertx, folder, () -> now, options));
    knowledge = new Knowledge(storage, StoredDocuments::resource);
    Views views = new Views(ONE_PAGE);
    feed =
        new Feed(
            knowledge,
            views,
            storage.objects(),
            new FeedLimits(MEBIBYTE, MEBIBYTE),
            new Feed.Watch() {
              @Override
              public void page(boolean fromMemory) {}

              @Override
              public void mismatch() {}
            });
    submissions =
        new Submissions(
            vertx,
            knowledge,
            storage,
            new Intake(
                Limits.DEFAULT,
                false,
                MEBIBYTE,
                new Spooling(folder, MEBIBYTE, MEBIBYTE, 1),
                ids::uuid,
                () -> now,
                Extensions.NONE,
                new Watch() {
                  @Override
                  public void found(Level level, StixRule rule, int count) {}

                  @Override
                  public void decided(int added, int present, int refused) {}
                }));
    deletions = new Deletions(submissions);
    administering = new Administering(knowledge, storage);
    explainer = new Explainer(knowledge, storage, StoredDocuments::resource, Extensions.NONE);
    await(() -> storage.open().compose(opened -> knowledge.load()).compose(known -> feed.start()));
  }

  private <T> T await(Supplier<Future<T>> call) {
    CompletableFuture<T> done = new CompletableFuture<>();
    context.runOnContext(
        run ->
            call.get()
                .onComplete(
                    ended -> {
                      if (ended.succeeded()) {
                        done.complete(ended.result());
                      } else {
                        done.completeExceptionally(ended.cause());
                      }
                    }));
    try {
      return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException plain
          ? plain
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException | TimeoutException late) {
      throw new IllegalStateException(late);
    }
  }

  private static Principal principal(String credential) {
    return new Principal(credential, credential.substring(0, credential.indexOf('/')));
  }

  /** The collection as the credential sees it. */
  private Optional<CollectionView> view(String credential, String collection) {
    return await(() -> feed.collection(principal(credential), ROOT, collection));
  }

  @Override
  public Optional<List<Boolean>> push(
      String credential, String collection, List<String> policies, List<String> objects) {
    Optional<CollectionView> view = view(credential, collection).filter(CollectionView::canWrite);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    Buffer body = Buffer.buffer("{\"objects\":[" + String.join(",", objects) + "]}");
    SubmissionInfo info = new SubmissionInfo("model", Optional.empty(), MEBIBYTE);
    try {
      StatusResource status =
          await(
              () ->
                  submissions
                      .begin(principal(credential), view.get(), policies, info)
                      .compose(sink -> send(sink, body)));
      return Optional.of(taken(status));
    } catch (SubmissionFailure refused) {
      if (refused.kind() == SubmissionFailure.Kind.UNKNOWN_POLICY) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static Future<StatusResource> send(Sink sink, Buffer body) {
    sink.write(body);
    sink.end();
    return sink.result();
  }

  /** A failure's message begins with the object's place. */
  private static List<Boolean> taken(StatusResource status) {
    Boolean[] taken = new Boolean[(int) status.total()];
    Arrays.fill(taken, true);
    for (StatusDetail failure : status.failures()) {
      String place = failure.message().orElseThrow().substring("/objects/".length());
      taken[Integer.parseInt(place.split("[^0-9]", 2)[0])] = false;
    }
    if (!status.complete()) {
      throw new IllegalStateException("pending: " + status);
    }
    return List.of(taken);
  }

  @Override
  public Deletion delete(
      String credential, String collection, String id, Optional<String> version) {
    Optional<CollectionView> view =
        view(credential, collection).filter(v -> v.canRead() && v.canWrite());
    if (view.isEmpty()) {
      return Deletion.DENIED;
    }
    VersionMatch match =
        version
            .map(text -> new VersionMatch(false, false, false, Set.of(Instant.parse(text))))
            .orElse(VersionMatch.ALL);
    return switch (await(
        () ->
            deletions.delete(
                principal(credential), view.get(), id, query(0, 1, Set.of(), match)))) {
      case DONE -> Deletion.DONE;
      case NOT_FOUND -> Deletion.NOT_FOUND;
      case FORBIDDEN -> Deletion.FORBIDDEN;
    };
  }

  private static ObjectQuery query(long after, int limit, Set<String> types, VersionMatch match) {
    return new ObjectQuery(
        after > 0 ? Optional.of(after) : Optional.empty(),
        limit,
        Optional.empty(),
        List.of(),
        List.copyOf(types),
        List.of(),
        match);
  }

  @Override
  public void apply(List<Document> documents) {
    await(
        () ->
            administering
                .resources()
                .compose(
                    set ->
                        administering.apply(
                            new ResourceChange(set.basis(), documents, Set.of()), false, "model")));
  }

  @Override
  public Optional<Page> poll(String credential, String collection, Query query) {
    Optional<CollectionView> view = view(credential, collection).filter(CollectionView::canRead);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    VersionMatch match = query.all() ? VersionMatch.ALL : VersionMatch.LAST;
    ObjectQuery asked = query(query.after(), query.limit(), query.types(), match);
    return Optional.of(page(await(() -> feed.objects(principal(credential), view.get(), asked))));
  }

  @Override
  public Optional<Page> get(String credential, String collection, String id, boolean all) {
    Optional<CollectionView> view = view(credential, collection).filter(CollectionView::canRead);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    VersionMatch match = all ? VersionMatch.ALL : VersionMatch.LAST;
    return await(
            () ->
                feed.object(
                    principal(credential), view.get(), id, query(0, ONE_PAGE, Set.of(), match)))
        .map(StoredExchange::page);
  }

  /** Rows keep no bytes; they are cut out of the envelope again. */
  private static Page page(org.entente.server.taxii.Page page) {
    String envelope =
        new String(page.envelope().head(), StandardCharsets.UTF_8)
            + new String(page.envelopeEnding("token"), StandardCharsets.UTF_8);
    try {
      JsonNode objects = Thing.JSON.readTree(envelope).path("objects");
      List<Item> items = new ArrayList<>();
      for (PageRow row : page.rows()) {
        items.add(
            new Item(
                row.added(),
                row.id().toString(),
                row.version(),
                objects.get(items.size()).toString()));
      }
      return new Page(items, page.more());
    } catch (IOException broken) {
      throw new UncheckedIOException(envelope, broken);
    }
  }

  @Override
  public boolean explain(String credential, String collection, String id) {
    return await(
        () ->
            explainer
                .explain(
                    credential,
                    collection,
                    Explaining.Question.of(StixId.parse(id).orElseThrow()),
                    Explaining.Asker.HUB)
                .map(Explanation::permit));
  }

  @Override
  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void restart() {
    close();
    open();
  }

  @Override
  public void close() {
    await(() -> storage.close());
  }
}
