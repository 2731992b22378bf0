// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The versions of an id that one owner may add to, oldest first: all of them, or for an id without
 * an owner those that one member brought.
 */
record Lineage(List<Draft> versions) {
  private static final Comparator<Draft> ORDER =
      Comparator.comparing((Draft draft) -> draft.version)
          .thenComparing(draft -> draft.fresh() ? Long.MAX_VALUE / 2 - draft.ref : draft.ref);

  Lineage {
    versions =
        versions.size() < 2 ? List.copyOf(versions) : versions.stream().sorted(ORDER).toList();
  }

  /** The latest that stands somewhere, or empty. */
  Optional<Draft> newest() {
    return last(draft -> !draft.deleted && !draft.placements.isEmpty());
  }

  /** The latest that was taken out, or empty. */
  Optional<Draft> newestDeleted() {
    return last(draft -> draft.deleted);
  }

  /** The latest in a collection, or empty. */
  Optional<Draft> head(String collection) {
    return last(draft -> draft.standsIn(collection));
  }

  private Optional<Draft> last(Predicate<Draft> fits) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (fits.test(versions.get(i))) {
        return Optional.of(versions.get(i));
      }
    }
    return Optional.empty();
  }
}
