// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.stix.StixId;
import org.junit.jupiter.api.Test;

/** Rows that change, gains that come, and what was before. */
public interface ChangeContract extends StoreContract {
  private long seed() {
    Draft draft = new Draft();
    draft.push(Draft.id(1), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a");
    draft.push(Draft.id(2), "2026-01-01T00:00:00Z", "acme", COLLECTION, "b");
    draft.push(Draft.id(3), "2026-01-01T00:00:00Z", "acme", OTHER, "a");
    return commit(draft).record().position();
  }

  @Test
  default void change_inPlace_keepsPositionAndTellsOfIt() {
    seed();
    StoredRow row = onlyRow(Draft.id(1));
    Committed<String> committed = commit(new Draft().change(row, "c", false, true));
    assertThat(committed.touched()).isEqualTo(Map.of(COLLECTION, Set.of(row.position())));
    assertThat(committed.classes()).containsExactly("c");
    assertThat(onlyRow(Draft.id(1)))
        .isEqualTo(
            new StoredRow(COLLECTION, row.n(), row.position(), row.vid(), 3, "c", false, true));
    assertThat(await(storage().objects().headCounts()))
        .isEqualTo(Map.of(COLLECTION, Map.of(2, 1L), OTHER, Map.of(1, 1L)));
  }

  @Test
  default void change_ofARow_touchesTheOtherRowsOfTheObject() {
    StixId id = Draft.id(4);
    commit(new Draft().push(id, "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"));
    commit(new Draft().push(id, "2026-01-02T00:00:00Z", "acme", COLLECTION, "a"));
    commit(new Draft().push(id, "2026-01-02T00:00:00Z", "acme", OTHER, "a"));
    List<StoredRow> rows =
        versions(id).stream()
            .flatMap(v -> v.rows().stream())
            .filter(row -> row.collection().equals(COLLECTION))
            .toList();
    assertThat(commit(new Draft().change(rows.get(1), "b", true, false)).touched())
        .isEqualTo(Map.of(COLLECTION, Set.of(rows.get(0).position(), rows.get(1).position())));
  }

  @Test
  default void versions_atAPosition_areAsTheyWereThen() {
    long first = seed();
    StoredVersion before = versions(Draft.id(1)).get(0);
    StoredRow row = before.rows().get(0);
    long second = commit(new Draft().change(row, "c", true, false)).record().position();
    StoredRow changed = onlyRow(Draft.id(1));
    long third =
        commit(
                new Draft()
                    .remove(changed)
                    .delete(row.vid())
                    .push(Draft.id(1), "2026-01-02T00:00:00Z", "acme", COLLECTION, "d"))
            .record()
            .position();
    assertThat(rowsAt(row.position() - 1)).isEmpty();
    assertThat(rowsAt(row.position())).containsExactly(row);
    assertThat(rowsAt(first)).containsExactly(row);
    assertThat(rowsAt(second)).containsExactly(changed);
    assertThat(rowsAt(third)).hasSize(1).allMatch(now -> now.form().equals("d"));
    List<StoredVersion> now = versions(Draft.id(1));
    assertThat(now).hasSize(2);
    assertThat(now.get(0).deleted()).isTrue();
    assertThat(now.get(0).rows()).isEmpty();
    List<StoredVersion> then = await(storage().objects().versions(Draft.id(1), second));
    assertThat(then).hasSize(1);
    assertThat(then.get(0).deleted()).isFalse();
  }

  private List<StoredRow> rowsAt(long position) {
    return await(storage().objects().versions(Draft.id(1), position)).stream()
        .flatMap(version -> version.rows().stream())
        .toList();
  }

  @Test
  default void gain_setsPositionsAside_behindTheRowsOfItsCommit() {
    seed();
    Draft draft = new Draft().push(Draft.id(4), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a");
    draft.gain(COLLECTION, Set.of(1, 2), "acme/soc");
    Committed<String> committed = commit(draft);
    long tail = committed.tails().get(COLLECTION);
    assertThat(committed.gains())
        .containsExactly(new Gain(1, COLLECTION, tail, 3, -1, Set.of(1, 2), Set.of("acme/soc")));
    assertThat(committed.record().position()).isEqualTo(tail + 3);
    assertThat(await(storage().objects().gains(0))).isEqualTo(committed.gains());
    assertThat(await(storage().objects().gains(1))).isEmpty();
  }

  @Test
  default void gains_ofDifferentReaders_sharePositionsAndThoseOfOneFollowEachOther() {
    seed();
    Draft draft = new Draft();
    draft.gain(COLLECTION, Set.of(1), "acme/soc", "borealis/soc");
    draft.gain(COLLECTION, Set.of(1, 2), "cobalt/soc");
    draft.gain(COLLECTION, Set.of(2), "acme/soc");
    draft.gain(OTHER, Set.of(1), "acme/soc");
    draft.gain("empty", Set.of(1), "acme/soc");
    Committed<String> committed = commit(draft);
    long base = committed.gains().get(0).base();
    assertThat(committed.gains())
        .extracting(Gain::collection, Gain::base, Gain::n)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(COLLECTION, base, 2L),
            org.assertj.core.api.Assertions.tuple(COLLECTION, base, 2L),
            org.assertj.core.api.Assertions.tuple(COLLECTION, base + 2, 2L),
            org.assertj.core.api.Assertions.tuple(OTHER, base, 1L));
    assertThat(committed.record().position()).isEqualTo(base + 4);
    long next =
        commit(new Draft().push(Draft.id(9), "2026-01-01T00:00:00Z", "acme", COLLECTION, "a"))
            .tails()
            .get(COLLECTION);
    assertThat(next).isGreaterThan(base + 4);
  }

  @Test
  default void join_addsAClassToTheGainsThatHaveTheOldOne() {
    seed();
    commit(new Draft().gain(COLLECTION, Set.of(1), "acme/soc"));
    commit(new Draft().gain(COLLECTION, Set.of(2), "acme/soc"));
    commit(new Draft().gain(OTHER, Set.of(1), "acme/soc"));
    StoredRow row = onlyRow(Draft.id(1));
    Draft change = new Draft().change(row, "c", true, false).join(COLLECTION, "a", "c");
    Committed<String> committed = commit(change);
    assertThat(committed.gains()).extracting(Gain::classes).containsExactly(Set.of(1, 3));
    assertThat(await(storage().objects().gains(0)))
        .extracting(Gain::classes)
        .containsExactly(Set.of(1, 3), Set.of(2), Set.of(1));
    assertThat(commit(new Draft().join(COLLECTION, "a", "c")).gains()).isEmpty();
  }

  @Test
  default void asked_isKeptAndGivenToDecisions() {
    Asked first = Asked.of("acme/soc", COLLECTION);
    Asked second =
        Asked.of("acme/soc", OTHER)
            .changed(Set.of(), Set.of(1, 5, 900))
            .from(77)
            .changed(Set.of(), Set.of(7));
    assertThat(commit(new Draft().asked(first).asked(second)).asked())
        .containsExactly(first, second);
    assertThat(await(storage().objects().asked())).containsExactlyInAnyOrder(first, second);
    Asked again = first.changed(Set.of(), Set.of(2)).from(3);
    commit(new Draft().asked(again));
    Decide<List<Asked>> decide = facts -> new Decide.Write<>(Plan.NOTHING, facts.asked());
    assertThat(await(storage().objects().commit(Keys.CLASSES, 1, decide)).result())
        .containsExactlyInAnyOrder(again, second);
    Keys one = Keys.of(new Keys.Poller("acme/soc", OTHER));
    assertThat(await(storage().objects().commit(one, 1, decide)).result()).containsExactly(second);
    Keys none = Keys.of(new Keys.Poller("borealis/soc", OTHER));
    assertThat(await(storage().objects().commit(none, 1, decide)).result()).isEmpty();
    commit(new Draft().asked(first));
    assertThat(await(storage().objects().asked())).containsExactlyInAnyOrder(first, second);
  }
}
