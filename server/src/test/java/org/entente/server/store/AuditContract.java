// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The chained record of administration. */
public interface AuditContract extends StoreContract {
  @Test
  default void audit_isChainedFromTheFirstRecord_acrossCommitsAndOpenings() {
    assertThat(await(storage().audit().head())).isEmpty();
    commit(new Draft().audit("one").audit("two"));
    reopened();
    CommitRecord last = commit(new Draft().audit("three")).record();
    List<AuditRecord> all = await(storage().audit().read(0, 10));
    assertThat(all).extracting(AuditRecord::seq).containsExactly(1L, 2L, 3L);
    assertThat(all)
        .extracting(record -> record.entry().action())
        .containsExactly("one", "two", "three");
    assertThat(all.get(2).position()).isEqualTo(last.position());
    byte[] hash = AuditChain.start();
    for (AuditRecord record : all) {
      assertThat(AuditChain.follows(hash, record)).isTrue();
      hash = record.hash();
    }
    assertThat(await(storage().audit().head()).orElseThrow().hash()).isEqualTo(hash);
    assertThat(await(storage().audit().read(1, 1)))
        .extracting(AuditRecord::seq)
        .containsExactly(2L);
  }
}
