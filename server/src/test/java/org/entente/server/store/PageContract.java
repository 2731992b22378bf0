// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

/** What a reader's page holds. */
public interface PageContract extends StoreContract {
  @Test
  default void page_atAnEdge_knowsExactlyWhetherThereIsMore() {
    Draft draft = new Draft();
    for (int i = 1; i <= 6; i++) {
      draft.push(Draft.id(i), "2026-01-01T00:00:00Z", "acme", COLLECTION, i % 2 == 0 ? "b" : "a");
    }
    long last = commit(draft).record().position();
    FeedView view = view("a");
    RowPage first = page(heads(view, 0, 2));
    assertThat(ids(first)).containsExactly(Draft.id(1), Draft.id(3));
    assertThat(first.more()).isTrue();
    assertThat(first.record()).isEqualTo(record());
    assertThat(first.rows().get(1).place()).isEqualTo(last - 3);
    assertThat(first.rows().get(1).bytes())
        .isEqualTo(Draft.bytes(Draft.id(3), Draft.time("2026-01-01T00:00:00Z")));
    RowPage second = page(heads(view, last - 3, 1));
    assertThat(ids(second)).containsExactly(Draft.id(5));
    assertThat(second.more()).isFalse();
    assertThat(page(heads(view, last - 1, 1)).rows()).isEmpty();
    assertThat(page(heads(view(), 0, 1)).rows()).isEmpty();
    assertThat(page(heads(view("a", "b"), 0, 6)).more()).isFalse();
    assertThat(page(heads(view("a", "b"), 0, 5)).more()).isTrue();
  }

  @Test
  default void page_ofAViewOfOtherRules_isEmptyWithTheRecord() {
    commit(new Draft().push(Draft.id(1), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));
    FeedView view = view("a");
    commit(new Draft().push(Draft.id(2), "2026-01-01T00:00:00Z", "acme", COLLECTION, "b"));
    RowPage newClass = page(heads(view, 0, 10));
    assertThat(newClass.rows()).isEmpty();
    assertThat(newClass.more()).isFalse();
    assertThat(newClass.record().classes()).isEqualTo(2);
    FeedView now = view("a");
    assertThat(page(heads(now, 0, 10)).rows()).hasSize(1);
    commit(new Draft().catalog(new CatalogChange.Put("circle", "core", "{}")));
    RowPage newEpoch = page(heads(now, 0, 10));
    assertThat(newEpoch.rows()).isEmpty();
    assertThat(newEpoch.record().epoch()).isEqualTo(now.epoch() + 1);
  }

  @Test
  default void page_ofBytes_endsBeforeTheBoundWithAtLeastOneRow() {
    Draft draft = new Draft();
    for (int i = 1; i <= 5; i++) {
      draft.row(
          COLLECTION,
          draft.version(
              Draft.id(i), Draft.time("2026-01-01T00:00:00Z"), "acme", List.of(), new byte[1000]),
          "a",
          true,
          false);
    }
    commit(draft);
    FeedView view = view("a");
    assertThat(bounded(view, 2500, true).rows()).hasSize(2);
    assertThat(bounded(view, 2500, true).more()).isTrue();
    assertThat(bounded(view, 2000, true).rows()).hasSize(2);
    assertThat(bounded(view, 1, true).rows()).hasSize(1);
    assertThat(bounded(view, 5000, true).rows()).hasSize(5);
    assertThat(bounded(view, 5000, true).more()).isFalse();
    RowPage bare = bounded(view, 1, false);
    assertThat(bare.rows()).hasSize(5).allSatisfy(row -> assertThat(row.bytes()).isEmpty());
  }

  private RowPage bounded(FeedView view, long bytes, boolean content) {
    return page(
        new RowQuery(
            COLLECTION, view, 0, RowQuery.Versions.LAST, Set.of(), Set.of(), 9, bytes, content));
  }

  @Test
  default void page_ofAnUnknownCollectionTypeOrId_isEmpty() {
    commit(new Draft().push(Draft.id(1), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));
    FeedView view = view("a");
    assertThat(page(filtered(OTHER, view, Set.of(), Set.of())).rows()).isEmpty();
    assertThat(page(filtered(COLLECTION, view, Set.of("tool"), Set.of())).rows()).isEmpty();
    assertThat(page(filtered(COLLECTION, view, Set.of(), Set.of(Draft.id("tool", 1)))).rows())
        .isEmpty();
    assertThat(page(filtered(COLLECTION, view, Set.of("tool"), Set.of(Draft.id(1)))).rows())
        .isEmpty();
    assertThat(
            page(filtered(COLLECTION, view, Set.of("tool", "indicator"), Set.of(Draft.id(1))))
                .rows())
        .hasSize(1);
  }

  private RowQuery filtered(String collection, FeedView view, Set<String> types, Set<StixId> ids) {
    return new RowQuery(
        collection, view, 0, RowQuery.Versions.LAST, types, ids, 9, Long.MAX_VALUE, true);
  }

  /** Wanted rows stand close together, far apart, and among others. */
  @Test
  default void page_ofManyClasses_isTheSameHoweverItsRowsAreFound() {
    List<StixId> wanted = new ArrayList<>();
    Draft draft = new Draft();
    for (int i = 0; i < 2_000; i++) {
      boolean close = i < 200 || i > 1_990;
      boolean shown = close || i % 97 == 0;
      StixId id = Draft.id(i % 3 == 0 ? "malware" : "indicator", i);
      String form = (shown ? "shown-" : "hidden-") + i % 60;
      draft.push(id, "2026-01-01T00:00:00Z", "acme", COLLECTION, form);
      if (shown) {
        wanted.add(id);
      }
    }
    commit(draft);
    String[] forms =
        await(storage().objects().classes(0)).stream()
            .filter(form -> form.startsWith("shown-"))
            .toArray(String[]::new);
    FeedView view = view(forms);
    List<StixId> malware = wanted.stream().filter(id -> id.type().equals("malware")).toList();
    RowQuery.Versions all = new RowQuery.Versions(false, false, true, Set.of());
    for (int limit : List.of(1, 7, 1_000)) {
      assertThat(walk(view, RowQuery.Versions.LAST, Set.of(), limit)).isEqualTo(wanted);
      assertThat(walk(view, all, Set.of(), limit)).isEqualTo(wanted);
      assertThat(walk(view, RowQuery.Versions.LAST, Set.of("malware"), limit)).isEqualTo(malware);
      assertThat(walk(view, all, Set.of("malware"), limit)).isEqualTo(malware);
    }
    FeedView one = view(forms[0]);
    assertThat(walk(one, RowQuery.Versions.LAST, Set.of(), 3)).isSubsetOf(wanted).isNotEmpty();
  }

  private List<StixId> walk(
      FeedView view, RowQuery.Versions versions, Set<String> types, int limit) {
    List<StixId> seen = new ArrayList<>();
    long after = -1;
    boolean more = true;
    while (more) {
      RowPage page =
          page(
              new RowQuery(
                  COLLECTION, view, after, versions, types, Set.of(), limit, Long.MAX_VALUE, true));
      seen.addAll(ids(page));
      more = page.more();
      after = page.rows().isEmpty() ? after : page.rows().get(page.rows().size() - 1).place();
    }
    return seen;
  }

  @Test
  default void page_ofRandomHistories_holdsWhatEveryRowSays() {
    for (int seed = 1; seed <= 3; seed++) {
      RandomGenerator random = new Random(seed);
      List<String> collections = List.of("random-" + seed, "second-" + seed);
      History history = new History(random, 40, seed * 12, collections);
      for (int i = 0; i < 220; i++) {
        commit(history.step(this));
      }
      List<StoredVersion> versions = new ArrayList<>();
      history.ids().forEach(id -> versions.addAll(versions(id)));
      FeedModel model = new FeedModel(versions);
      for (int i = 0; i < 100; i++) {
        compare(model, query(history, random, collections), random, "seed " + seed + " query " + i);
      }
    }
  }

  private RowQuery query(History history, RandomGenerator random, List<String> collections) {
    String collection = history.pick(collections);
    Set<Instant> exact = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      exact.add(Draft.time("2026-01-01T00:00:0" + random.nextInt(8) + ".0Z").instant());
    }
    RowQuery.Versions versions =
        random.nextBoolean()
            ? RowQuery.Versions.LAST
            : new RowQuery.Versions(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextBoolean() ? Set.of() : exact);
    Set<StixId> ids = new HashSet<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(6) : 0; i > 0; i--) {
      ids.add(history.ids().get(random.nextInt(40)));
    }
    Set<String> types =
        switch (random.nextInt(6)) {
          case 0 -> Set.of("x-rare");
          case 1 -> Set.of("indicator", "malware", "unheard-of");
          default -> Set.of();
        };
    return new RowQuery(
        collection,
        randomView(history.pick(History.READERS), collection, random),
        0,
        versions,
        types,
        ids,
        1 + random.nextInt(9),
        Long.MAX_VALUE,
        random.nextBoolean());
  }

  private FeedView randomView(String reader, String collection, RandomGenerator random) {
    CommitRecord record = record();
    BitSet classes = new BitSet();
    int share = random.nextInt(5);
    for (int cid = 1; cid <= record.classes(); cid++) {
      classes.set(cid, random.nextInt(4) < share);
    }
    List<FeedView.Gained> gained = new ArrayList<>();
    BitSet later = new BitSet();
    List<Gain> gains = await(storage().objects().gains(0));
    for (int i = gains.size() - 1; i >= 0; i--) {
      Gain gain = gains.get(i);
      if (gain.collection().equals(collection) && gain.readers().contains(reader)) {
        BitSet own = new BitSet();
        gain.classes().forEach(own::set);
        own.and(classes);
        own.andNot(later);
        if (gain.low() < 0) {
          later.or(own);
        }
        gained.add(0, new FeedView.Gained(gain.base(), gain.n(), gain.low(), own));
      }
    }
    long tail = await(storage().objects().tails()).getOrDefault(collection, 0L);
    long from = random.nextInt(4) == 0 ? tail - random.nextInt(200) : 0;
    return new FeedView(classes, gained, from, record.epoch(), record.classes());
  }

  private void compare(FeedModel model, RowQuery query, RandomGenerator random, String name) {
    List<FeedModel.Shown> expected = model.all(query);
    List<FeedModel.Shown> seen = new ArrayList<>();
    long after = -1;
    boolean more = true;
    while (more) {
      RowPage page = page(from(query, after));
      page.rows().forEach(row -> seen.add(FeedModel.Shown.of(row)));
      more = page.more();
      assertThat(page.rows().size()).as(name).isLessThanOrEqualTo(query.limit());
      if (more) {
        assertThat(page.rows()).as(name).hasSize(query.limit());
        after = page.rows().get(page.rows().size() - 1).place();
      }
    }
    assertThat(seen).as("%s: %s", name, query).isEqualTo(expected);
    if (!expected.isEmpty()) {
      long somewhere = expected.get(random.nextInt(expected.size())).place() - random.nextInt(2);
      assertThat(page(from(query, somewhere)).rows().stream().map(FeedModel.Shown::of).toList())
          .as("%s after %d: %s", name, somewhere, query)
          .isEqualTo(
              expected.stream()
                  .filter(row -> row.place() > somewhere)
                  .limit(query.limit())
                  .toList());
    }
  }

  private static RowQuery from(RowQuery query, long after) {
    return new RowQuery(
        query.collection(),
        query.view(),
        after,
        query.versions(),
        query.types(),
        query.ids(),
        query.limit(),
        query.maxBytes(),
        query.content());
  }
}
