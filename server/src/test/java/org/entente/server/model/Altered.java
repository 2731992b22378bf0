// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.List;
import org.entente.server.store.FeedView;
import org.entente.server.store.Plan;
import org.entente.server.store.RowQuery;

/** The same values but for some of their parts. */
final class Altered {
  private Altered() {}

  static Plan plan(
      Plan plan,
      List<Plan.NewRow> rows,
      List<Plan.RowChange> changes,
      List<Plan.NewGain> gains,
      List<Plan.Join> joins) {
    return new Plan(
        plan.versions(),
        plan.placements(),
        plan.deleted(),
        changes,
        rows,
        gains,
        joins,
        plan.statuses(),
        plan.finished(),
        plan.catalog(),
        plan.asked(),
        plan.reaches(),
        plan.audit());
  }

  static RowQuery query(RowQuery query, FeedView view) {
    return new RowQuery(
        query.collection(),
        view,
        query.after(),
        query.versions(),
        query.types(),
        query.ids(),
        query.limit(),
        query.maxBytes(),
        query.content());
  }
}
