// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.ObjectSink;
import org.entente.connector.taxii.Page;
import org.entente.connector.taxii.PageQuery;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.connector.taxii.TaxiiException;
import org.entente.connector.taxii.TaxiiException.Kind;

/**
 * Takes one step after the other through a collection: by {@code next} where the server gives it,
 * else by time (TAXII 2.1 §3.5). Survives servers that forget or use up their tokens, stamp many
 * objects with one time, take {@code added_after} as inclusive or leave the dates out. One step at
 * a time.
 */
public final class Pager {
  /** How far clocks may differ and commits may lag where a server tells no time of its own. */
  private static final Duration UNCERTAIN = Duration.ofMinutes(5);

  /** What a server answers to a token it does not know. */
  private static final Set<Integer> REFUSALS = Set.of(400, 404, 410, 422);

  private static final int MAX_LIMIT = 16_000;
  private static final int MAX_AGAIN = 6;
  private static final int MAX_IDLE = 1_000;

  private final TaxiiClient client;
  private final CollectionUrl collection;
  private final List<String> types;
  private int ceiling = Integer.MAX_VALUE;
  private int idle;

  /**
   * Prepares to page through a collection.
   *
   * @param types only objects of these types; empty for all
   */
  public Pager(TaxiiClient client, CollectionUrl collection, List<String> types) {
    this.client = client;
    this.collection = collection;
    this.types = List.copyOf(types);
  }

  /**
   * One page taken.
   *
   * @param walk where to go on; durable once the page is
   * @param fresh how many objects were handed on
   * @param refused what could not be handed on, a sentence each
   */
  public record Step(Walk walk, int fresh, List<String> refused) {}

  /**
   * Takes a page.
   *
   * @param limit the most objects to ask for; a server that stands still is asked for more
   * @param sink receives the objects, which count once the future has succeeded
   */
  public Future<Step> step(Walk walk, int limit, ObjectSink sink) {
    return step(walk, Math.min(limit, ceiling), sink, 0);
  }

  private Future<Step> step(Walk walk, int limit, ObjectSink sink, int lost) {
    FreshObjects objects = new FreshObjects(walk, sink);
    PageQuery query = walk.query(limit, types);
    return client
        .objects(collection, query, objects)
        .compose(
            page -> advance(walk, query, page, objects, sink),
            cause -> mend(walk, limit, sink, lost, cause));
  }

  private Future<Step> mend(Walk walk, int limit, ObjectSink sink, int lost, Throwable cause) {
    if (!(cause instanceof TaxiiException failure) || lost >= MAX_AGAIN) {
      return Future.failedFuture(cause);
    }
    if (failure.kind() == Kind.TOO_LARGE && limit > 1) {
      ceiling = limit / 2;
      return step(walk, ceiling, sink, lost);
    }
    boolean usedUp = failure.kind() == Kind.TRANSIENT && failure.status() == 0 && !walk.moving();
    if (walk.next().isPresent() && (usedUp || REFUSALS.contains(failure.status()))) {
      return client
          .pause(failure, lost + 1)
          .compose(waited -> step(walk.again(), limit, sink, lost + 1));
    }
    return Future.failedFuture(cause);
  }

  private Future<Step> advance(
      Walk walk, PageQuery query, Page page, FreshObjects objects, ObjectSink sink) {
    boolean more = page.more() || (page.next().isPresent() && page.objects() > 0);
    if (more && page.next().isPresent()) {
      Seen seen = walk.seen().after(page.added().last(), objects.marks());
      if (page.next().equals(query.next()) && seen.equals(walk.seen())) {
        return standsStill();
      }
      return done(walk.on(page.next().get(), seen), page, objects);
    }
    return lastAdded(walk, query, page)
        .compose(
            last -> {
              Seen seen = walk.seen().after(last, objects.marks());
              return more
                  ? byTime(walk.saw(seen), query, page, objects, sink)
                  : done(walk.end(seen), page, objects);
            });
  }

  private Future<Step> byTime(
      Walk walk, PageQuery query, Page page, FreshObjects objects, ObjectSink sink) {
    Optional<String> last = walk.last();
    if (last.isEmpty()) {
      return Future.failedFuture(
          new TaxiiException(
              Kind.FORMAT, "`" + collection + "` has more and does not say where it goes on"));
    }
    if (objects.fresh() > 0) {
      return done(walk.again(), page, objects);
    }
    if (page.objects() >= query.limit() && query.limit() < MAX_LIMIT) {
      return step(walk.again(), query.limit() * 2, sink, 0);
    }
    if (query.addedAfter().equals(last)) {
      return standsStill();
    }
    return done(walk.beyond(last.get()), page, objects);
  }

  private Future<Step> standsStill() {
    return Future.failedFuture(
        new TaxiiException(
            Kind.FORMAT, "`" + collection + "` gives the same page again and again"));
  }

  private Future<Step> done(Walk walk, Page page, FreshObjects objects) {
    idle = walk.done() || objects.fresh() > 0 ? 0 : idle + 1;
    if (idle > MAX_IDLE) {
      return standsStill();
    }
    return Future.succeededFuture(new Step(walk, objects.fresh(), page.refused()));
  }

  /** When the page's last object was added: by header, by manifest, or as a careful guess. */
  private Future<Optional<String>> lastAdded(Walk walk, PageQuery query, Page page) {
    if (page.objects() == 0 || page.added().last().isPresent()) {
      return Future.succeededFuture(page.added().last());
    }
    Optional<String> from = query.next().isPresent() ? walk.last() : query.addedAfter();
    if (query.next().isPresent() && from.isEmpty()) {
      return Future.succeededFuture(guess(page));
    }
    PageQuery same = new PageQuery(from, Optional.empty(), query.limit(), types, true);
    return client
        .lastAdded(collection, same)
        .otherwise(Optional.empty())
        .map(last -> last.or(() -> guess(page)));
  }

  /** Where to begin the next walk, when nothing else says it. Within a walk it is no help. */
  private static Optional<String> guess(Page page) {
    return page.more()
        ? Optional.empty()
        : Optional.of(Walk.format(page.answered().minus(UNCERTAIN)));
  }
}
