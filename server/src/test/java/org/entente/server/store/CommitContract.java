// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

/** How commits load, decide, write and answer. */
public interface CommitContract extends StoreContract {
  private Committed<String> push(int... numbers) {
    Draft draft = new Draft();
    for (int number : numbers) {
      draft.push(Draft.id(number), "2026-01-01T00:00:00.123456789Z", "acme", COLLECTION, "all");
    }
    return commit(draft);
  }

  @Test
  default void commit_ofRows_givesConsecutivePositionsAndNumbers() {
    CommitRecord before = record();
    Committed<String> committed = push(1, 2, 3);
    assertThat(committed.result()).isEqualTo("done");
    assertThat(committed.record().position()).isGreaterThan(before.position());
    assertThat(committed.classes()).containsExactly("all");
    assertThat(committed.record().classes()).isEqualTo(1);
    assertThat(committed.tails()).containsEntry(COLLECTION, committed.record().position());
    long last = committed.record().position();
    assertThat(List.of(onlyRow(Draft.id(1)), onlyRow(Draft.id(2)), onlyRow(Draft.id(3))))
        .extracting(StoredRow::n, StoredRow::position)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1L, last - 2),
            org.assertj.core.api.Assertions.tuple(2L, last - 1),
            org.assertj.core.api.Assertions.tuple(3L, last));
    assertThat(record()).isEqualTo(committed.record());
    assertThat(await(storage().objects().tails())).containsOnlyKeys(COLLECTION).containsValue(last);
  }

  @Test
  default void commit_thatWritesNothing_leavesTheRecord() {
    CommitRecord before = push(1).record();
    assertThat(commit(Plan.NOTHING).record()).isEqualTo(before);
    assertThat(record()).isEqualTo(before);
  }

  @Test
  default void commit_withoutRows_movesTheRecord() {
    CommitRecord before = push(1).record();
    Committed<String> committed = commit(new Draft().audit("look"));
    assertThat(committed.record().position()).isGreaterThan(before.position());
    assertThat(committed.record().epoch()).isEqualTo(before.epoch());
    assertThat(committed.tails()).isEmpty();
  }

  @Test
  default void version_withEverything_isReadBackAsWritten() {
    Draft draft = new Draft();
    List<StoredReference> references =
        List.of(
            new StoredReference(Reference.Kind.REQUIRED, Draft.id("malware", 9), true),
            new StoredReference(Reference.Kind.LISTED, Draft.id("x-odd", 8), false),
            new StoredReference(Reference.Kind.CARRY, Draft.id("marking-definition", 7), true));
    long key =
        draft.version(
            Draft.id("x-" + "long-".repeat(40) + "type", 1),
            Draft.time("0001-01-01T00:00:00.0000000010000Z"),
            "acme",
            references);
    draft
        .row(COLLECTION, key, "all", true, true)
        .place(key, COLLECTION, "soc")
        .place(key, OTHER, "x");
    Committed<String> committed = commit(draft);
    StoredVersion version = versions(Draft.id("x-" + "long-".repeat(40) + "type", 1)).get(0);
    assertThat(version.version()).isEqualTo(Draft.time("0001-01-01T00:00:00.0000000010000Z"));
    assertThat(version.owner()).isEqualTo("acme");
    assertThat(version.shadow()).isFalse();
    assertThat(version.deleted()).isFalse();
    assertThat(version.references()).isEqualTo(references);
    assertThat(version.placements()).containsOnlyKeys(COLLECTION, OTHER);
    assertThat(version.placements().get(OTHER)).isEqualTo(new byte[] {'x'});
    assertThat(version.hash())
        .isEqualTo(Draft.sha256(Draft.bytes(version.id(), version.version())));
    assertThat(new String(version.facts(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("facts of " + version.id());
    assertThat(version.rows())
        .containsExactly(
            new StoredRow(
                COLLECTION, 1, committed.record().position(), version.vid(), 1, "all", true, true));
  }

  @Test
  default void decide_mayAskForMoreKeys_untilItKnowsEnough() {
    push(1, 2);
    AtomicInteger rounds = new AtomicInteger();
    Decide<Integer> decide =
        facts -> {
          rounds.incrementAndGet();
          if (!facts.knows(Draft.id(2))) {
            return new Decide.More<>(Keys.of(Set.of(Draft.id(2)), Set.of(Draft.id(1))));
          }
          long vid = facts.versions(Draft.id(2)).get(0).vid();
          if (facts.bytes(vid).isEmpty()) {
            return new Decide.More<>(
                new Keys(Set.of(), Set.of(), Set.of(vid), Set.of(), Set.of(), true));
          }
          assertThat(facts.versions(Draft.id(1))).hasSize(1);
          assertThat(facts.referrers(Draft.id(1))).isEmpty();
          assertThat(facts.classes()).containsExactly("all");
          assertThat(facts.rows(COLLECTION)).isEqualTo(2);
          assertThat(facts.rows("unheard-of")).isZero();
          return new Decide.Write<>(Plan.NOTHING, facts.bytes(vid).orElseThrow().length);
        };
    int length =
        await(storage().objects().commit(Keys.of(Set.of(Draft.id(1)), Set.of()), 1, decide))
            .result();
    assertThat(rounds).hasValue(3);
    assertThat(length).isGreaterThan(20);
  }

  @Test
  default void decide_thatAsksWithoutEnd_isStopped() {
    Decide<String> decide = facts -> new Decide.More<>(Keys.of(Set.of(Draft.id(1)), Set.of()));
    fails(storage().objects().commit(Keys.NONE, 1, decide), StoreException.Reason.INTERNAL);
  }

  @Test
  default void decide_thatReadsWhatItDidNotName_fails() {
    Decide<String> decide =
        facts -> new Decide.Write<>(Plan.NOTHING, "" + facts.versions(Draft.id(1)).size());
    fails(storage().objects().commit(Keys.NONE, 1, decide), StoreException.Reason.INTERNAL);
  }

  @Test
  default void decide_thatIsStale_failsAndWritesNothing() {
    CommitRecord before = record();
    fails(
        storage().objects().<String>commit(Keys.NONE, 1, facts -> new Decide.Stale<>()),
        StoreException.Reason.STALE);
    assertThat(record()).isEqualTo(before);
  }

  private void fails(Future<?> future, StoreException.Reason reason) {
    assertThatThrownBy(() -> await(future))
        .isInstanceOfSatisfying(
            StoreException.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }

  @Test
  default void commit_thatThrowsAmongOthers_failsAlone() {
    List<Future<Committed<String>>> good = new ArrayList<>();
    List<Future<Committed<String>>> bad = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Draft draft =
          new Draft().push(Draft.id(i), "2026-01-01T00:00:00Z", "acme", COLLECTION, "c" + i);
      if (i % 3 == 1) {
        bad.add(
            storage()
                .objects()
                .commit(
                    Keys.NONE,
                    1,
                    facts -> {
                      throw new IllegalStateException("planted");
                    }));
      } else if (i % 3 == 2) {
        bad.add(begin(draft.row(COLLECTION, 1_000_000 + i, "never", true, false).plan()));
      } else {
        good.add(begin(draft.plan()));
      }
    }
    bad.forEach(future -> fails(future, StoreException.Reason.INTERNAL));
    List<Long> positions = good.stream().map(future -> await(future).record().position()).toList();
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(await(storage().objects().classes(0)))
        .hasSize(20)
        .doesNotContain("never", "c1", "c2");
    for (int i = 0; i < 60; i++) {
      assertThat(versions(Draft.id(i))).hasSize(i % 3 == 0 ? 1 : 0);
    }
  }

  @Test
  default void change_ofARowThatIsNotSo_failsTheCommit() {
    push(1);
    StoredRow row = onlyRow(Draft.id(1));
    StoredRow other =
        new StoredRow(COLLECTION, 1, row.position() + 5, row.vid(), 1, "all", true, false);
    fails(
        begin(new Draft().change(other, "none", true, false).plan()),
        StoreException.Reason.INTERNAL);
    assertThat(onlyRow(Draft.id(1))).isEqualTo(row);
  }

  private static List<StoredReference> referringTo(StixId target) {
    return List.of(new StoredReference(Reference.Kind.REQUIRED, target, false));
  }

  @Test
  default void referrers_ofAnId_areThoseOfDeletedVersionsToo() {
    Draft draft = new Draft();
    for (int i = 1; i <= 2; i++) {
      StixId id = Draft.id("relationship", i);
      long key =
          draft.version(id, Draft.time("2026-01-01T00:00:00Z"), "acme", referringTo(Draft.id(7)));
      draft.row(COLLECTION, key, "all", true, false);
    }
    commit(draft);
    StoredVersion second = versions(Draft.id("relationship", 2)).get(0);
    commit(new Draft().delete(second.vid()).remove(second.rows().get(0)));
    Decide<Set<StixId>> decide =
        facts -> new Decide.Write<>(Plan.NOTHING, facts.referrers(Draft.id(7)));
    Keys keys = Keys.of(Set.of(), Set.of(Draft.id(7)));
    assertThat(await(storage().objects().commit(keys, 1, decide)).result())
        .containsExactlyInAnyOrder(Draft.id("relationship", 1), Draft.id("relationship", 2));
  }

  @Test
  default void carriers_ofAnId_areHeadsOnly() {
    Draft draft = new Draft();
    for (int i = 1; i <= 4; i++) {
      StixId id = Draft.id("relationship", i);
      long key =
          draft.version(id, Draft.time("2026-01-01T00:00:00Z"), "acme", referringTo(Draft.id(7)));
      draft.row(COLLECTION, key, i == 4 ? "few" : "all", i != 3, false);
    }
    commit(draft);
    StoredRow second = onlyRow(Draft.id("relationship", 2));
    commit(new Draft().delete(second.vid()).remove(second));
    assertThat(carriers(COLLECTION, "all"))
        .containsExactly(onlyRow(Draft.id("relationship", 1)).vid());
    assertThat(carriers(COLLECTION, "few"))
        .containsExactly(onlyRow(Draft.id("relationship", 4)).vid());
    assertThat(carriers(OTHER, "all")).isEmpty();
  }

  private Set<Long> carriers(String collection, String form) {
    Keys.Carrier carrier = new Keys.Carrier(Draft.id(7), collection, number(form));
    Decide<Set<Long>> decide =
        facts -> new Decide.Write<>(Plan.NOTHING, facts.carriers(carrier).orElseThrow());
    Keys keys = new Keys(Set.of(), Set.of(), Set.of(), Set.of(carrier), Set.of(), false);
    return await(storage().objects().commit(keys, 1, decide)).result();
  }

  @Test
  default void listeners_areToldInOrder_beforeTheFutureCompletes() {
    List<Long> told = new ArrayList<>();
    storage().objects().listen(committed -> told.add(committed.record().position()));
    List<Long> given = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      given.add(push(i).record().position());
    }
    assertThat(told).isEqualTo(given);
  }

  @Test
  default void commits_outliveTheStore() {
    CommitRecord before = push(1, 2).record();
    reopened();
    assertThat(record()).isEqualTo(before);
    Committed<String> next = push(3);
    assertThat(next.record().position()).isGreaterThan(before.position());
    assertThat(next.classes()).isEmpty();
    assertThat(onlyRow(Draft.id(3)).n()).isEqualTo(3);
    assertThat(await(storage().objects().headCounts()))
        .containsOnlyKeys(COLLECTION)
        .containsValue(java.util.Map.of(1, 3L));
  }
}
