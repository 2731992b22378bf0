// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.List;
import org.entente.server.exchange.decide.Change;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.policy.Community;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Decide;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Plan;

/** Commits changes of rules and secrets, and has them known before they are acknowledged. */
final class Rules {
  private final Knowledge knowledge;
  private final ObjectStore store;

  Rules(Knowledge knowledge, ObjectStore store) {
    this.knowledge = knowledge;
    this.store = store;
  }

  /**
   * Commits a change of resources; failed with {@code STALE} when others were changed meanwhile.
   */
  Future<CommitRecord> change(
      Snapshot now, Community after, List<CatalogChange> changes, AuditEntry audit) {
    Change change =
        new Change(
            now.community(), after, knowledge.forms(), now.bounds().keySet(), changes, audit);
    return store.commit(change.keys(), 1, change).compose(committed -> known(committed.record()));
  }

  /** Commits a change of secrets, which gives nobody sight of anything. */
  Future<CommitRecord> secrets(List<CatalogChange> changes, AuditEntry audit) {
    Plan plan = Plan.ofRules(List.of(), changes, List.of(), List.of(), List.of(audit));
    return store
        .commit(Keys.NONE, 1, facts -> new Decide.Write<>(plan, audit))
        .compose(committed -> known(committed.record()));
  }

  /** Commits a record of what was done elsewhere. */
  Future<CommitRecord> record(AuditEntry audit) {
    return secrets(List.of(), audit);
  }

  private Future<CommitRecord> known(CommitRecord record) {
    return knowledge.knowing(record.epoch()).map(record);
  }
}
