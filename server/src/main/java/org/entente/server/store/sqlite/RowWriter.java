// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredRow;

/** Writes rows of the feed; what a row was before is kept. */
final class RowWriter {
  private final Writer writer;

  RowWriter(Writer writer) {
    this.writer = writer;
  }

  void change(List<Plan.RowChange> all, Changes changes) throws SQLException {
    for (Plan.RowChange change : all) {
      StoredRow row = change.row();
      int collection = writer.names.code(row.collection());
      PlanWriter.one(keepPast(change, collection, changes.at));
      if (row.head()) {
        writer.count(collection, row.audience(), -1);
      }
      if (change.gone()) {
        writer.session.update(
            "DELETE FROM row WHERE collection = ? AND position = ?", collection, row.position());
      } else {
        rewrite(change, collection, changes.at);
      }
      touch(row, changes);
    }
  }

  /** With a row changes what its neighbours mean: which of them is the lowest, or has a head. */
  private void touch(StoredRow row, Changes changes) throws SQLException {
    Set<Long> touched = changes.touched.computeIfAbsent(row.collection(), c -> new TreeSet<>());
    if (touched.add(row.position())) {
      writer.session.each(
          "SELECT position FROM row INDEXED BY row_object WHERE oid = ? AND collection = ?",
          neighbour -> touched.add(neighbour.getLong(1)) || true,
          stored(row.vid()).oid(),
          writer.names.code(row.collection()));
    }
  }

  /** The row must be as the decision saw it. */
  private int keepPast(Plan.RowChange change, int collection, long at) throws SQLException {
    StoredRow row = change.row();
    return writer.session.update(
        "INSERT INTO row_past SELECT collection, position,"
            + " CASE since WHEN 0 THEN position ELSE since END, ?, n, oid, vid, cid, head, shared, ?"
            + " FROM row WHERE collection = ? AND position = ? AND vid = ? AND cid = ? AND head = ?",
        at,
        change.gone() ? 1 : 0,
        collection,
        row.position(),
        row.vid(),
        row.audience(),
        row.head() ? 1 : 0);
  }

  private void rewrite(Plan.RowChange change, int collection, long at) throws SQLException {
    int cid = writer.classes.intern(change.form());
    long position = change.row().position();
    writer.session.update(
        "UPDATE row SET cid = ?, head = ?, shared = ?, since = ?"
            + " WHERE collection = ? AND position = ?",
        cid,
        change.head() ? 1 : 0,
        change.shared() ? 1 : 0,
        at,
        collection,
        position);
    writer.tallies.note(collection, cid, position);
    if (change.head()) {
      writer.count(collection, cid, 1);
    }
  }

  void append(List<Plan.NewRow> all, Changes changes) throws SQLException {
    Set<Integer> collections = new HashSet<>();
    long position = changes.at;
    for (Plan.NewRow row : all) {
      collections.add(append(row, position, changes));
      changes.tails.put(row.collection(), position);
      changes.position = position++;
    }
    for (int collection : collections) {
      long rows = writer.state.rows(collection);
      writer.session.update("INSERT OR REPLACE INTO collection VALUES (?, ?)", collection, rows);
      writer.tallies.rows(collection, rows);
    }
  }

  private int append(Plan.NewRow row, long position, Changes changes) throws SQLException {
    Changes.Kept kept = row.version() < 0 ? changes.added(row.version()) : stored(row.version());
    int collection = writer.names.code(row.collection());
    int cid = writer.classes.intern(row.form());
    writer.inserts.add(
        "row",
        collection,
        position,
        writer.state.nextRow(collection),
        kept.oid(),
        kept.vid(),
        cid,
        Stamp.type(kept.stamp()),
        row.head() ? 1 : 0,
        row.shared() ? 1 : 0,
        0,
        kept.stamp());
    writer.tallies.note(collection, cid, position);
    if (row.head()) {
      writer.count(collection, cid, 1);
    }
    return collection;
  }

  private Changes.Kept stored(long vid) throws SQLException {
    return writer
        .session
        .one(
            "SELECT oid, stamp FROM version WHERE vid = ?",
            row -> new Changes.Kept(vid, row.getLong(1), row.getBytes(2)),
            vid)
        .orElseThrow(() -> new IllegalArgumentException("no version has the number " + vid));
  }
}
