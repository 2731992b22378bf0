// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.server.exchange.decide.ClassForms;
import org.entente.server.exchange.decide.Resettlement;
import org.entente.server.exchange.submit.Rereading;
import org.entente.server.policy.Clause;
import org.entente.server.policy.Community;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Finding;
import org.entente.server.store.Inspection;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/**
 * Derives some ids anew: facts and references from the bytes, heads, classes and rows from those.
 * It decides like a submission and never writes.
 */
final class Rederiving implements Decide<List<Finding>> {
  private final Community community;
  private final ClassForms forms;
  private final Inspection.Batch batch;
  private final boolean whole;

  /**
   * A part of a check.
   *
   * @param whole whether rows are derived too, from all that refers to the ids
   */
  Rederiving(Community community, ClassForms forms, Inspection.Batch batch, boolean whole) {
    this.community = community;
    this.forms = forms;
    this.batch = batch;
    this.whole = whole;
  }

  Keys keys() {
    Set<StixId> ids = Set.copyOf(batch.ids());
    return new Keys(ids, whole ? ids : Set.of(), batch.versions(), Set.of(), Set.of(), false);
  }

  @Override
  public Step<List<Finding>> decide(Facts facts) {
    List<Finding> findings = new ArrayList<>();
    Resettlement again = new Resettlement(facts, community, forms);
    for (StixId id : batch.ids()) {
      if (whole) {
        settle(id, facts.versions(id), again, findings);
      }
    }
    if (!again.missing().isEmpty()) {
      return new More<>(again.missing());
    }
    Rereading rereading = new Rereading();
    for (StixId id : batch.ids()) {
      share(facts.versions(id), findings);
      for (StoredVersion version : facts.versions(id)) {
        reread(version, facts.bytes(version.vid()), rereading, findings);
      }
    }
    return new Write<>(Plan.NOTHING, findings);
  }

  private static void reread(
      StoredVersion version, Optional<byte[]> bytes, Rereading rereading, List<Finding> findings) {
    if (bytes.isEmpty()) {
      findings.add(new Finding("bytes", name(version)));
      return;
    }
    for (Rereading.Difference difference : rereading.compare(version, bytes.get())) {
      String kind =
          switch (difference) {
            case BYTES -> "bytes";
            case STAMP -> "stamp";
            case FACTS -> "facts";
            case EDGES -> "edge";
          };
      findings.add(new Finding(kind, name(version)));
    }
  }

  private static String name(StoredVersion version) {
    return version.id() + " " + version.version().text();
  }

  /** A row is shared when another of its id and version stands in the collection. */
  private static void share(List<StoredVersion> versions, List<Finding> findings) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (StoredVersion version : versions) {
      version.rows().forEach(row -> counts.merge(twins(version, row), 1, Integer::sum));
    }
    for (StoredVersion version : versions) {
      for (StoredRow row : version.rows()) {
        if (row.shared() != counts.getOrDefault(twins(version, row), 0) > 1) {
          findings.add(new Finding("shared", where(version, row)));
        }
      }
    }
  }

  private static List<Object> twins(StoredVersion version, StoredRow row) {
    return List.of(row.collection(), version.version().instant());
  }

  private static String where(StoredVersion version, StoredRow row) {
    return name(version) + " in " + row.collection() + " at " + row.position();
  }

  private void settle(
      StixId id, List<StoredVersion> versions, Resettlement again, List<Finding> findings) {
    Map<Long, StoredVersion> own = new HashMap<>();
    versions.forEach(version -> own.put(version.vid(), version));
    Plan due;
    try {
      due = again.of(id);
    } catch (RuntimeException damaged) {
      findings.add(new Finding("underivable", id.toString()));
      return;
    }
    Set<StoredRow> gone = new HashSet<>();
    for (Plan.RowChange change : due.changes()) {
      if (change.gone()) {
        gone.add(change.row());
      }
    }
    for (Plan.RowChange change : due.changes()) {
      StoredVersion version = own.get(change.row().vid());
      if (version != null && !(change.gone() && harmless(version, change.row(), gone))) {
        compare(change, where(version, change.row()), findings);
      }
    }
    for (Plan.NewRow row : due.rows()) {
      StoredVersion version = own.get(row.version());
      if (version != null) {
        findings.add(new Finding("row-missing", name(version) + " in " + row.collection()));
      }
    }
  }

  private static void compare(Plan.RowChange change, String where, List<Finding> findings) {
    if (change.gone()) {
      findings.add(new Finding("row-needless", where));
      return;
    }
    if (change.head() != change.row().head()) {
      findings.add(new Finding("head", where));
    }
    if (!change.form().equals(change.row().form())) {
      findings.add(new Finding("audience", where));
    }
  }

  /** A row that only the owner sees, who sees the version by another row too. */
  private boolean harmless(StoredVersion version, StoredRow row, Set<StoredRow> gone) {
    boolean ownerAlone =
        forms.of(row.form()).parts().stream()
            .anyMatch(
                part ->
                    part.owners().isEmpty()
                        && part.clauses().stream().anyMatch(Clause.Never.class::isInstance));
    return ownerAlone
        && version.rows().stream()
            .anyMatch(
                other -> other.collection().equals(row.collection()) && !gone.contains(other));
  }
}
