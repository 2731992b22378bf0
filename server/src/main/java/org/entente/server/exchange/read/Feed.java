// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.Reading;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Readers;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.exchange.state.Views;
import org.entente.server.policy.Reader;
import org.entente.server.store.FeedView;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.PageRow;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.StixId;

/** Reads pages: class in what the reader may read, and position greater than the cursor. */
public final class Feed implements Reading {
  private static final String MEDIA_TYPE = "application/stix+json;version=2.1";
  private static final String SPEC_VERSION = "2.1";
  private static final int ATTEMPTS = 5;

  private final Knowledge knowledge;
  private final Views views;
  private final ObjectStore store;
  private final Polled polled;
  private final PageCache cache;
  private final Watch watch;
  private final long pageBytes;

  /** Is told what metrics want to know. */
  public interface Watch {
    /** A page came from memory, or from the store. */
    void page(boolean fromMemory);

    /** The decision and the query disagreed: an alarm. */
    void mismatch();
  }

  /**
   * A feed.
   *
   * @param knowledge what is known of the exchange
   * @param views what readers see
   * @param store where rows are
   * @param limits bounds
   * @param watch is told what metrics want to know
   */
  public Feed(Knowledge knowledge, Views views, ObjectStore store, FeedLimits limits, Watch watch) {
    this.knowledge = knowledge;
    this.views = views;
    this.store = store;
    this.watch = watch;
    this.polled = new Polled(store);
    this.cache = new PageCache(limits.cacheBytes());
    this.pageBytes = limits.pageBytes();
  }

  /** Takes over what the store has, and follows commits. */
  public Future<Void> start() {
    knowledge.follow(cache::touched);
    return polled.load();
  }

  @Override
  public Future<List<CollectionView>> collections(Principal principal, String apiRoot) {
    return Future.succeededFuture(Shelf.all(knowledge.now(), principal, apiRoot));
  }

  @Override
  public Future<Optional<CollectionView>> collection(
      Principal principal, String apiRoot, String idOrAlias) {
    return Future.succeededFuture(Shelf.one(knowledge.now(), principal, apiRoot, idOrAlias));
  }

  @Override
  public Future<Page> objects(Principal principal, CollectionView collection, ObjectQuery query) {
    return page(principal, collection.id(), query, true);
  }

  @Override
  public Future<Page> manifest(Principal principal, CollectionView collection, ObjectQuery query) {
    return page(principal, collection.id(), query, false);
  }

  @Override
  public Future<Optional<Page>> object(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query) {
    return one(principal, collection.id(), stixId, query, true);
  }

  @Override
  public Future<Optional<Page>> versions(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query) {
    ObjectQuery all =
        new ObjectQuery(
            query.addedAfter(),
            query.limit(),
            Optional.empty(),
            List.of(),
            List.of(),
            query.specVersions(),
            VersionMatch.ALL);
    return one(principal, collection.id(), stixId, all, false);
  }

  /** Known, but filtered to nothing, is an empty page; not known or not visible is none. */
  private Future<Optional<Page>> one(
      Principal principal, String collection, String stixId, ObjectQuery query, boolean content) {
    if (StixId.parse(stixId).isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    ObjectQuery ofIt =
        new ObjectQuery(
            query.addedAfter(),
            query.limit(),
            Optional.empty(),
            List.of(stixId),
            List.of(),
            query.specVersions(),
            query.versions());
    ObjectQuery anyOfIt =
        new ObjectQuery(
            Optional.empty(),
            1,
            Optional.empty(),
            List.of(stixId),
            List.of(),
            List.of(),
            VersionMatch.ALL);
    return page(principal, collection, ofIt, content)
        .compose(
            page ->
                page.rows().isEmpty()
                    ? page(principal, collection, anyOfIt, false)
                        .map(
                            any ->
                                any.rows().isEmpty() ? Optional.<Page>empty() : Optional.of(page))
                    : Future.succeededFuture(Optional.of(page)));
  }

  private Future<Page> page(
      Principal principal, String collection, ObjectQuery query, boolean content) {
    boolean nothing =
        (!query.specVersions().isEmpty() && !query.specVersions().contains(SPEC_VERSION))
            || (!query.ids().isEmpty() && ids(query).isEmpty());
    if (nothing) {
      return Future.succeededFuture(Page.EMPTY);
    }
    Ask ask = new Ask(principal, collection, query, content);
    return polled.note(principal.credentialId(), collection).compose(noted -> page(ask, ATTEMPTS));
  }

  private record Ask(Principal principal, String collection, ObjectQuery query, boolean content) {}

  private Future<Page> page(Ask ask, int attempts) {
    Snapshot now = knowledge.now();
    Optional<Reader> known = Readers.of(now, ask.principal);
    return known.isEmpty()
        ? Future.succeededFuture(Page.EMPTY)
        : page(ask, now, known.get(), attempts);
  }

  private Future<Page> page(Ask ask, Snapshot now, Reader reader, int attempts) {
    FeedView view = views.of(now, reader, ask.collection);
    long after = after(ask);
    if (after >= Math.max(now.tails().getOrDefault(ask.collection, -1L), view.gainsEnd())) {
      watch.page(true);
      return Future.succeededFuture(Page.EMPTY);
    }
    PageKey key =
        new PageKey(
            ask.collection,
            new PageKey.Identity(view.classes()),
            view.from(),
            after,
            ask.query,
            ask.content);
    // Which version is the first may change without a change of the rows that stand.
    boolean shareable = after >= view.gainsEnd() && !ask.query.versions().first();
    SharedPage kept = shareable ? cache.get(key) : null;
    if (kept != null) {
      watch.page(true);
      return Future.succeededFuture(judged(kept, now, reader));
    }
    watch.page(false);
    return read(ask, now, reader, view, shareable ? Optional.of(key) : Optional.empty(), attempts);
  }

  private Future<Page> read(
      Ask ask, Snapshot now, Reader reader, FeedView view, Optional<PageKey> key, int attempts) {
    return store
        .page(rows(ask, view))
        .compose(
            rows -> {
              if (rows.record().epoch() != view.epoch() || rows.record().classes() > view.known()) {
                return attempts == 0
                    ? Future.failedFuture(tooOften())
                    : knowledge
                        .knowing(rows.record().epoch())
                        .compose(newer -> page(ask, attempts - 1));
              }
              SharedPage page = shared(rows);
              Page judged = judged(page, now, reader);
              if (rows.more()) {
                key.ifPresent(k -> cache.put(k, page, rows.record().position()));
              }
              return Future.succeededFuture(judged);
            });
  }

  private static long after(Ask ask) {
    return ask.query.addedAfter().orElse(-1L);
  }

  private static StoreException tooOften() {
    return new StoreException(
        StoreException.Reason.OVERLOADED, "the rules change faster than pages are read", null);
  }

  private RowQuery rows(Ask ask, FeedView view) {
    ObjectQuery query = ask.query;
    VersionMatch match = query.versions();
    return new RowQuery(
        ask.collection,
        view,
        after(ask),
        new RowQuery.Versions(match.last(), match.first(), match.all(), match.exact()),
        Set.copyOf(query.types()),
        ids(query),
        query.limit(),
        pageBytes,
        ask.content);
  }

  private static Set<StixId> ids(ObjectQuery query) {
    return query.ids().stream()
        .flatMap(id -> StixId.parse(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static SharedPage shared(RowPage rows) {
    List<PageRow> shown =
        rows.rows().stream()
            .map(
                row ->
                    new PageRow(
                        row.place(), row.id(), row.version().text(), MEDIA_TYPE, row.bytes()))
            .toList();
    int[] audiences = rows.rows().stream().mapToInt(RowPage.Row::audience).distinct().toArray();
    long last = shown.isEmpty() ? -1 : shown.get(shown.size() - 1).added();
    return new SharedPage(
        shown.isEmpty() ? Page.EMPTY : new Page(shown, rows.more()), audiences, last);
  }

  /** Decides each class of the page once more, on its form, before it leaves. */
  private Page judged(SharedPage page, Snapshot now, Reader reader) {
    for (int audience : page.audiences()) {
      if (!now.audience(audience).permits(reader, now.community())) {
        watch.mismatch();
        throw new Mismatch(audience);
      }
    }
    return page.page();
  }
}
