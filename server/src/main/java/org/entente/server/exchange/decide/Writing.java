// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.List;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredStatus;

/** A plan in the making. */
final class Writing {
  final List<Plan.NewVersion> versions = new ArrayList<>();
  final List<Plan.Placement> placements = new ArrayList<>();
  final List<Long> deleted = new ArrayList<>();
  final List<Plan.RowChange> changes = new ArrayList<>();
  final List<Plan.NewRow> rows = new ArrayList<>();
  final List<Plan.Join> joins = new ArrayList<>();

  /** The plan, with what goes along with it. */
  Plan plan(List<StoredStatus> statuses, List<String> finished, List<AuditEntry> audit) {
    return new Plan(
        versions,
        placements,
        deleted,
        changes,
        rows,
        List.of(),
        joins,
        statuses,
        finished,
        List.of(),
        List.of(),
        List.of(),
        audit);
  }
}
