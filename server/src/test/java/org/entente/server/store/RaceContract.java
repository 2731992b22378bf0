// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

/** Many at once. */
public interface RaceContract extends StoreContract {
  @Test
  default void pollers_whileWritersRace_missNothingAndSeeNothingTwice() throws Exception {
    int writers = 8;
    int commits = 60;
    commit(new Draft().push(Draft.id(0), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));
    FeedView view = view("a");
    AtomicInteger running = new AtomicInteger(writers);
    ConcurrentLinkedQueue<Long> records = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<java.util.concurrent.Future<?>> done = new ArrayList<>();
    List<List<RowPage.Row>> polled = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      int first = 1 + w * commits * 3;
      done.add(threads.submit(() -> write(first, commits, records, running)));
    }
    for (int p = 0; p < 3; p++) {
      int limit = 1 + p * 7;
      List<RowPage.Row> seen = new ArrayList<>();
      polled.add(seen);
      done.add(threads.submit(() -> poll(view, limit, running, seen)));
    }
    for (java.util.concurrent.Future<?> one : done) {
      one.get();
    }
    threads.shutdown();
    assertThat(new HashSet<>(records)).hasSize(writers * commits);
    for (List<RowPage.Row> seen : polled) {
      assertThat(seen).hasSize(1 + writers * commits * 3);
      assertThat(seen).extracting(RowPage.Row::place).isSorted().doesNotHaveDuplicates();
      Set<StixId> ids = new HashSet<>();
      seen.forEach(row -> ids.add(row.id()));
      assertThat(ids).hasSameSizeAs(seen);
    }
  }

  private void write(
      int first, int commits, ConcurrentLinkedQueue<Long> records, AtomicInteger running) {
    List<Future<Committed<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < commits; i++) {
      Draft draft = new Draft();
      for (int j = 0; j < 3; j++) {
        draft.push(Draft.id(first + i * 3 + j), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a");
      }
      waiting.add(begin(draft.plan()));
      if (i % 5 == 0) {
        waiting.forEach(future -> records.add(await(future).record().position()));
        waiting.clear();
      }
    }
    waiting.forEach(future -> records.add(await(future).record().position()));
    running.decrementAndGet();
  }

  private void poll(FeedView view, int limit, AtomicInteger running, List<RowPage.Row> seen) {
    long after = 0;
    boolean last = false;
    while (true) {
      boolean ended = running.get() == 0;
      RowPage page = page(heads(view, after, limit));
      seen.addAll(page.rows());
      if (!page.rows().isEmpty()) {
        after = page.rows().get(page.rows().size() - 1).place();
      }
      if (last && !page.more()) {
        return;
      }
      last = ended;
    }
  }

  @Test
  default void decisions_onOneId_seeEachOther() {
    Decide<Integer> add =
        facts -> {
          int known = facts.versions(Draft.id(1)).size();
          return new Decide.Write<>(
              new Draft()
                  .push(
                      Draft.id(1),
                      "2026-01-01T00:00:00." + (100 + known) + "Z",
                      "acme",
                      COLLECTION,
                      "a")
                  .plan(),
              known);
        };
    List<Future<Committed<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(storage().objects().commit(Keys.of(Set.of(Draft.id(1)), Set.of()), 1, add));
    }
    List<Integer> seen = all.stream().map(future -> await(future).result()).toList();
    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(50);
    assertThat(versions(Draft.id(1))).hasSize(50);
  }
}
