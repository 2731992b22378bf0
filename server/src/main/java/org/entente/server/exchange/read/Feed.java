// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.Reading;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Readers;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.exchange.state.Views;
import org.entente.server.policy.Reader;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.FeedView;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.Page;
import org.entente.stix.StixId;

/** Reads pages: class in what the reader may read, and position greater than the cursor. */
public final class Feed implements Reading {
  private static final String SPEC_VERSION = "2.1";
  private static final int ATTEMPTS = 5;
  private static final long NOTHING_PASSED = Long.MAX_VALUE;

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
    knowledge.follow(polled::absorb);
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
    return one(principal, collection.id(), stixId, Questions.everyVersion(query), false);
  }

  /** Known, but filtered to nothing, is an empty page; not known or not visible is none. */
  private Future<Optional<Page>> one(
      Principal principal, String collection, String stixId, ObjectQuery query, boolean content) {
    if (StixId.parse(stixId).isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return page(principal, collection, Questions.of(stixId, query), content)
        .compose(
            page ->
                page.rows().isEmpty()
                    ? noted(
                            new Ask(
                                principal,
                                collection,
                                Questions.any(stixId),
                                false,
                                NOTHING_PASSED),
                            ATTEMPTS)
                        .map(
                            any ->
                                any.rows().isEmpty() ? Optional.<Page>empty() : Optional.of(page))
                    : Future.succeededFuture(Optional.of(page)));
  }

  private Future<Page> page(
      Principal principal, String collection, ObjectQuery query, boolean content) {
    boolean nothing =
        (!query.specVersions().isEmpty() && !query.specVersions().contains(SPEC_VERSION))
            || (!query.ids().isEmpty() && Questions.ids(query).isEmpty());
    if (nothing) {
      return Future.succeededFuture(Page.EMPTY);
    }
    return noted(new Ask(principal, collection, query, content, Questions.after(query)), ATTEMPTS);
  }

  /**
   * A page that is asked for.
   *
   * @param from what stands at or below this was passed before, or is not passed by it
   */
  private record Ask(
      Principal principal, String collection, ObjectQuery query, boolean content, long from) {}

  /**
   * Notes that it is asked, durably, and answers by what was known before: what its reader loses
   * once it is noted, it would pass without that being noted.
   */
  private Future<Page> noted(Ask ask, int attempts) {
    Snapshot now = knowledge.now();
    return polled
        .note(ask.principal.credentialId(), ask.collection, ask.from)
        .compose(noted -> page(ask, now, attempts));
  }

  private Future<Page> page(Ask ask, Snapshot now, int attempts) {
    Optional<Reader> known = Readers.of(now, ask.principal);
    return known.isEmpty()
        ? Future.succeededFuture(Page.EMPTY)
        : page(ask, now, known.get(), attempts);
  }

  private Future<Page> page(Ask ask, Snapshot now, Reader reader, int attempts) {
    FeedView view = views.of(now, reader, ask.collection);
    long after = Questions.after(ask.query);
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
        .page(Questions.rows(ask.collection, view, ask.query, pageBytes, ask.content), Spliced::of)
        .compose(
            read ->
                knowledge
                    .upTo(read.record())
                    .compose(
                        then -> {
                          if (!holds(view, read.record(), ask, then)) {
                            return attempts == 0
                                ? Future.failedFuture(tooOften())
                                : noted(ask, attempts - 1);
                          }
                          SharedPage page = read.page();
                          Page judged = judged(page, now, reader);
                          if (page.page().more()) {
                            key.ifPresent(k -> cache.put(k, page, read.record().position()));
                          }
                          return Future.succeededFuture(judged);
                        }));
  }

  /** Whether a page was read with what its reader had at the record that it was read at. */
  private boolean holds(FeedView view, CommitRecord record, Ask ask, Snapshot then) {
    return view.isOf(record)
        && Readers.of(then, ask.principal)
            .map(reader -> views.of(then, reader, ask.collection).gains().equals(view.gains()))
            .orElse(false);
  }

  private static StoreException tooOften() {
    return new StoreException(
        StoreException.Reason.OVERLOADED, "the rules change faster than pages are read", null);
  }

  /**
   * Decides each class of the page once more, on its form, before it leaves. Others may have looked
   * for the same reader since, so that the page may have classes that are newer than the rules.
   */
  private Page judged(SharedPage page, Snapshot now, Reader reader) {
    Snapshot known = knowledge.now();
    for (int audience : page.audiences()) {
      if (!known.audience(audience).permits(reader, now.community())) {
        watch.mismatch();
        throw new Mismatch(audience);
      }
    }
    return page.page();
  }
}
