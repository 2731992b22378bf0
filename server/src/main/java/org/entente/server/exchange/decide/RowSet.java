// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.policy.AudienceClass;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredRow;

/**
 * The rows of one version in one collection: as they stand, and as they shall. A row's class in
 * place is never widened; who gains reads a new row at the end, and who had the old one is not sent
 * it again.
 */
final class RowSet {
  private final ClassForms forms;
  private final String collection;
  private final long version;
  private final List<Standing> rows = new ArrayList<>();

  /** A row that stands or shall; {@code stored} is empty for one to be appended. */
  private static final class Standing {
    final Optional<StoredRow> stored;
    AudienceClass audience;
    boolean gone;

    Standing(Optional<StoredRow> stored, AudienceClass audience) {
      this.stored = stored;
      this.audience = audience;
    }
  }

  RowSet(Draft draft, String collection, ClassForms forms) {
    this.forms = forms;
    this.collection = collection;
    this.version = draft.ref;
    for (StoredRow row : draft.rowsIn(collection)) {
      rows.add(new Standing(Optional.of(row), forms.of(row.form())));
    }
  }

  /** The classes that rows have now. */
  Set<AudienceClass> classes() {
    Set<AudienceClass> classes = new LinkedHashSet<>();
    rows.stream().filter(row -> !row.gone).forEach(row -> classes.add(row.audience));
    return classes;
  }

  /** All rows go. */
  void clear() {
    rows.forEach(row -> row.gone = true);
  }

  /** Everybody of the class reads it, and nobody else. */
  void settle(AudienceClass audience) {
    for (Standing row : rows) {
      if (!row.gone && !row.audience.implies(audience)) {
        row.audience = row.audience.and(audience);
      }
    }
    if (!classes().contains(audience)) {
      rows.add(new Standing(Optional.empty(), audience));
    }
  }

  /** Everybody of one of the classes reads it, and nobody else. */
  void settleCarried(Set<AudienceClass> wanted) {
    Optional<AudienceClass> instead =
        wanted.stream().filter(audience -> !classes().contains(audience)).findFirst();
    for (Standing row : rows) {
      if (!row.gone && wanted.stream().noneMatch(row.audience::implies)) {
        row.gone = instead.isEmpty();
        row.audience = instead.map(row.audience::and).orElse(row.audience);
      }
    }
    for (AudienceClass audience : wanted) {
      if (!classes().contains(audience)) {
        rows.add(new Standing(Optional.empty(), audience));
      }
    }
  }

  /** How many rows there shall be. */
  int size() {
    return (int) rows.stream().filter(row -> !row.gone).count();
  }

  /** Writes what is new and what changes. */
  void write(boolean head, boolean shared, Writing writing) {
    for (Standing row : rows) {
      if (row.stored.isEmpty()) {
        if (!row.gone) {
          writing.rows.add(
              new Plan.NewRow(collection, version, forms.form(row.audience), head, shared));
        }
        continue;
      }
      StoredRow stored = row.stored.get();
      boolean other = !forms.of(stored.form()).equals(row.audience);
      if (row.gone || other || stored.head() != head || stored.shared() != shared) {
        String form = other ? forms.form(row.audience) : stored.form();
        writing.changes.add(new Plan.RowChange(stored, form, head, shared, row.gone));
        if (other && !row.gone) {
          writing.joins.add(new Plan.Join(collection, stored.form(), form));
        }
      }
    }
  }
}
