// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Committed;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredReference;

/** Writes one plan within the writer's transaction. */
final class PlanWriter {
  private final Writer writer;
  private final FactsLoader facts;
  private final RowWriter rows;
  private final GainWriter gains;
  private final RecordWriter records;

  PlanWriter(Writer writer, FactsLoader facts) {
    this.writer = writer;
    this.facts = facts;
    this.rows = new RowWriter(writer);
    this.gains = new GainWriter(writer);
    this.records = new RecordWriter(writer);
  }

  /** Writes, and says what a commit will have done once the transaction is durable. */
  <T> Committed<T> write(Plan plan, T result) throws SQLException {
    CommitRecord before = writer.state.record;
    if (plan.isEmpty()) {
      return new Committed<>(before, Map.of(), Map.of(), List.of(), List.of(), List.of(), result);
    }
    long first = writer.positions.first(before.position(), plan.rows().size());
    Changes changes = new Changes(first);
    for (Plan.NewVersion version : plan.versions()) {
      changes.versions.put(version.key(), version(version, first));
    }
    for (long vid : plan.deleted()) {
      one(
          writer.session.update(
              "UPDATE version SET deleted = ? WHERE vid = ? AND deleted = 0", first, vid));
    }
    for (Plan.Placement placement : plan.placements()) {
      place(placement, changes);
    }
    rows.change(plan.changes(), changes);
    rows.append(plan.rows(), changes);
    writer.inserts.flush();
    gains.give(plan.gains(), changes);
    gains.join(plan.joins(), changes);
    records.write(plan, changes);
    writer.state.record =
        new CommitRecord(
            changes.position,
            before.epoch() + (plan.catalog().isEmpty() ? 0 : 1),
            writer.classes.count());
    return new Committed<>(
        writer.state.record,
        changes.touched,
        changes.tails,
        writer.classes.after(before.classes()),
        changes.gains,
        plan.asked(),
        result);
  }

  /** A change that does not find what it changes is a plan made on other facts. */
  static void one(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("the plan changes what is not there");
    }
  }

  private Changes.Kept version(Plan.NewVersion version, long at) throws SQLException {
    long oid = facts.intern(version.id());
    long vid = ++writer.state.vid;
    byte[] id = Ids.bytes(version.id(), writer.names.code(version.id().type()));
    byte[] stamp = Stamp.bytes(id, version.version());
    writer.inserts.add(
        "version",
        vid,
        oid,
        stamp,
        writer.names.code(version.owner()),
        version.shadow() ? 1 : 0,
        at,
        0,
        version.hash(),
        version.facts());
    writer.inserts.add("content", vid, version.bytes());
    int ordinal = 0;
    for (StoredReference reference : version.references()) {
      writer.inserts.add(
          "edge",
          vid,
          ordinal++,
          facts.intern(reference.target()),
          reference.kind().ordinal(),
          reference.known() ? 1 : 0);
    }
    return new Changes.Kept(vid, oid, stamp);
  }

  private void place(Plan.Placement placement, Changes changes) throws SQLException {
    int collection = writer.names.code(placement.collection());
    long version = placement.version();
    if (version < 0) {
      long vid = changes.added(version).vid();
      writer.inserts.add("placement", vid, collection, placement.origin());
    } else if (placement.origin().length == 0) {
      writer.session.update(
          "DELETE FROM placement WHERE vid = ? AND collection = ?", version, collection);
    } else {
      writer.session.update(
          "INSERT OR REPLACE INTO placement VALUES (?, ?, ?)",
          version,
          collection,
          placement.origin());
    }
  }
}
