// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Resources, secrets, and how they were. */
public interface CatalogContract extends StoreContract {
  @Test
  default void catalog_holdsWhatIsInForce_nowAndThen() {
    CommitRecord empty = record();
    assertThat(await(storage().catalog().load()).resources()).isEmpty();
    CatalogChange.Put core = new CatalogChange.Put("circle", "core", "{\"n\":1}");
    CatalogChange.Put acme = new CatalogChange.Put("member", "acme", "{}");
    long first = commit(new Draft().catalog(core).catalog(acme)).record().position();
    CatalogChange.Put later = new CatalogChange.Put("circle", "core", "{\"n\":2}");
    Committed<String> second =
        commit(new Draft().catalog(later).catalog(new CatalogChange.Remove("member", "acme")));
    assertThat(second.record().epoch()).isEqualTo(empty.epoch() + 2);
    Catalog.Snapshot now = await(storage().catalog().load());
    assertThat(now.record()).isEqualTo(second.record());
    assertThat(now.resources()).containsExactly(later);
    assertThat(await(storage().catalog().at(first)).resources())
        .containsExactlyInAnyOrder(core, acme);
    assertThat(await(storage().catalog().at(second.record().position())).resources())
        .containsExactly(later);
    assertThat(await(storage().catalog().at(first - 1)).resources()).isEmpty();
    assertThat(await(storage().catalog().at(Long.MAX_VALUE)).resources()).containsExactly(later);
  }

  @Test
  default void catalog_ofTwoChangesInOneCommit_keepsTheLast() {
    CatalogChange.Put one = new CatalogChange.Put("circle", "core", "{\"n\":1}");
    CatalogChange.Put two = new CatalogChange.Put("circle", "core", "{\"n\":2}");
    commit(new Draft().catalog(one).catalog(two));
    assertThat(await(storage().catalog().load()).resources()).containsExactly(two);
    commit(new Draft().catalog(one).catalog(new CatalogChange.Remove("circle", "core")));
    assertThat(await(storage().catalog().load()).resources()).isEmpty();
  }

  @Test
  default void secrets_areKeptReplacedAndRemoved_byHolderAndKey() {
    StoredSecret first = new StoredSecret("acme/soc", "k1", "aa", Long.MAX_VALUE);
    StoredSecret second = new StoredSecret("acme/soc", "k2", "bb", 5);
    StoredSecret replaced = new StoredSecret("acme/soc", "k1", "cc", 7);
    commit(
        new Draft()
            .catalog(new CatalogChange.PutSecret(first))
            .catalog(new CatalogChange.PutSecret(second)));
    assertThat(await(storage().catalog().load()).secrets())
        .containsExactlyInAnyOrder(first, second);
    commit(
        new Draft()
            .catalog(new CatalogChange.PutSecret(replaced))
            .catalog(new CatalogChange.RemoveSecret("acme/soc", "k2")));
    assertThat(await(storage().catalog().load()).secrets()).containsExactly(replaced);
  }

  @Test
  default void reaches_areCountedBackFromTheirCommit() {
    commit(
        new Draft()
            .reach("acme", COLLECTION, 0)
            .reach("borealis", COLLECTION, Long.MAX_VALUE)
            .reach("acme", OTHER, 1000));
    long at = record().position();
    assertThat(await(storage().catalog().load()).reaches())
        .containsExactlyInAnyOrder(
            new Catalog.Bound("acme", COLLECTION, at),
            new Catalog.Bound("borealis", COLLECTION, 0),
            new Catalog.Bound("acme", OTHER, at - 1000));
    commit(new Draft().reach("acme", COLLECTION, Long.MAX_VALUE));
    assertThat(await(storage().catalog().load()).reaches())
        .contains(new Catalog.Bound("acme", COLLECTION, 0))
        .hasSize(3);
    assertThat(await(storage().catalog().at(at)).reaches())
        .contains(new Catalog.Bound("acme", COLLECTION, at));
  }
}
