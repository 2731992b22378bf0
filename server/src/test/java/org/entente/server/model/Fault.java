// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.server.store.Committed;
import org.entente.server.store.Facts;
import org.entente.server.store.FeedView;
import org.entente.server.store.Plan;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** One part of the exchange that is left out or wrong; the model must notice each. */
enum Fault {
  /** Who gains sight of stored objects is not given them. */
  NO_GAINS {
    @Override
    Plan plan(Plan plan) {
      return Altered.plan(plan, plan.rows(), plan.changes(), List.of(), plan.joins());
    }
  },
  /** A class that a row is given in place does not join the gains that have the old one. */
  NO_JOINS {
    @Override
    Plan plan(Plan plan) {
      return Altered.plan(plan, plan.rows(), plan.changes(), plan.gains(), List.of());
    }
  },
  /** A version that is widened keeps its position. */
  WIDENED_IN_PLACE {
    @Override
    Plan plan(Plan plan) {
      List<Plan.NewRow> rows = new ArrayList<>(plan.rows());
      List<Plan.RowChange> changes = new ArrayList<>();
      for (Plan.RowChange change : plan.changes()) {
        Optional<Plan.NewRow> wider =
            rows.stream()
                .filter(row -> row.version() == change.row().vid() && !change.gone())
                .filter(row -> row.collection().equals(change.row().collection()))
                .findFirst();
        wider.ifPresent(rows::remove);
        changes.add(
            wider
                .map(
                    row ->
                        new Plan.RowChange(change.row(), row.form(), change.head(), false, false))
                .orElse(change));
      }
      return Altered.plan(plan, rows, changes, plan.gains(), plan.joins());
    }
  },
  /** What a narrowing changes in place stays as it was. */
  NOT_NARROWED {
    @Override
    Plan plan(Plan plan) {
      List<Plan.RowChange> changes =
          plan.changes().stream()
              .map(c -> new Plan.RowChange(c.row(), c.row().form(), c.head(), c.shared(), c.gone()))
              .toList();
      return Altered.plan(plan, plan.rows(), changes, plan.gains(), plan.joins());
    }
  },
  /** Every row of a version counts, not only the lowest. */
  ALL_ROWS_COUNT {
    @Override
    Plan plan(Plan plan) {
      List<Plan.NewRow> rows =
          plan.rows().stream()
              .map(r -> new Plan.NewRow(r.collection(), r.version(), r.form(), r.head(), false))
              .toList();
      List<Plan.RowChange> changes =
          plan.changes().stream()
              .map(c -> new Plan.RowChange(c.row(), c.form(), c.head(), false, c.gone()))
              .toList();
      return Altered.plan(plan, rows, changes, plan.gains(), plan.joins());
    }
  },
  /** A deleted version binds nothing. */
  NO_FLOOR {
    @Override
    Facts facts(Facts facts) {
      return new OtherFacts(facts) {
        @Override
        public List<StoredVersion> versions(StixId id) {
          return super.versions(id).stream().filter(version -> !version.deleted()).toList();
        }
      };
    }
  },
  /** Whatever is referred to narrows, also what the owner of the reference could not see. */
  ANY_TARGET_NARROWS {
    @Override
    Facts facts(Facts facts) {
      return new OtherFacts(facts) {
        @Override
        StoredReference reference(StoredReference reference) {
          return new StoredReference(reference.kind(), reference.target(), true);
        }
      };
    }
  },
  /** Nothing that belongs to others narrows or carries. */
  NO_FOREIGN_TARGET {
    @Override
    Facts facts(Facts facts) {
      return new OtherFacts(facts) {
        @Override
        StoredReference reference(StoredReference reference) {
          return new StoredReference(reference.kind(), reference.target(), false);
        }
      };
    }
  },
  /** What refers to something is not decided anew with it. */
  REFERRERS_FORGOTTEN {
    @Override
    Facts facts(Facts facts) {
      return new OtherFacts(facts) {
        @Override
        public Set<StixId> referrers(StixId id) {
          return Set.of();
        }
      };
    }
  },
  /** That somebody has polled is not kept. */
  POLLS_FORGOTTEN {
    @Override
    Plan plan(Plan plan) {
      return plan.asked().isEmpty() ? plan : Plan.NOTHING;
    }
  },
  /** From where a reader asks while it lacks something is not kept. */
  CURSORS_FORGOTTEN {
    @Override
    Plan plan(Plan plan) {
      boolean poll = !plan.asked().isEmpty() && plan.catalog().isEmpty();
      return poll && !plan.asked().get(0).lacks().isEmpty() ? Plan.NOTHING : plan;
    }
  },
  /** What is given back is all sent again. */
  ALL_SENT_AGAIN {
    @Override
    Plan plan(Plan plan) {
      List<Plan.NewGain> gains =
          plan.gains().stream()
              .map(g -> new Plan.NewGain(g.collection(), g.classes(), -1, g.readers()))
              .toList();
      return Altered.plan(plan, plan.rows(), plan.changes(), gains, plan.joins());
    }
  },
  /** What is given back is not sent again, passed or not. */
  NEVER_SENT_AGAIN {
    @Override
    Plan plan(Plan plan) {
      List<Plan.NewGain> gains = plan.gains().stream().filter(g -> g.low() < 0).toList();
      return Altered.plan(plan, plan.rows(), plan.changes(), gains, plan.joins());
    }
  },
  /** Older objects are shown whatever the history of the collection. */
  WHOLE_HISTORY {
    @Override
    RowQuery query(RowQuery query) {
      FeedView view = query.view();
      return Altered.query(
          query, new FeedView(view.classes(), view.gains(), 0, view.epoch(), view.known()));
    }
  },
  /** Rows that were gained stand where they stood. */
  GAINS_NOT_MOVED {
    @Override
    RowQuery query(RowQuery query) {
      FeedView view = query.view();
      return Altered.query(
          query, new FeedView(view.classes(), List.of(), view.from(), view.epoch(), view.known()));
    }
  },
  /** A page is filtered after its limit. */
  SHORT_PAGES {
    @Override
    RowPage page(RowPage page, RowQuery query) {
      return page.rows().size() > 1 && page.more()
          ? new RowPage(page.record(), page.rows().subList(1, page.rows().size()), true)
          : page;
    }
  },
  /** A full page is taken for one that is not the last. */
  MORE_IS_GUESSED {
    @Override
    RowPage page(RowPage page, RowQuery query) {
      return new RowPage(page.record(), page.rows(), page.rows().size() == query.limit());
    }
  },
  /** A page that is remembered is not ended by a commit that changes a row of it. */
  PAGES_KEPT {
    @Override
    Committed<?> told(Committed<?> committed) {
      return new Committed<>(
          committed.record(),
          Map.of(),
          committed.tails(),
          committed.classes(),
          committed.gains(),
          committed.asked(),
          committed.result());
    }
  };

  Plan plan(Plan plan) {
    return plan;
  }

  Facts facts(Facts facts) {
    return facts;
  }

  RowQuery query(RowQuery query) {
    return query;
  }

  RowPage page(RowPage page, RowQuery query) {
    return page;
  }

  Committed<?> told(Committed<?> committed) {
    return committed;
  }
}
