// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditRecord;
import org.entente.server.store.Finding;
import org.entente.server.store.Watch;

/** Compares, within one snapshot, what is kept with what it is derived from. */
final class Examination {
  private final Session session;
  private final Consumer<Finding> findings;

  Examination(Reader reader, Consumer<Finding> findings) {
    this.session = reader.session;
    this.findings = findings;
  }

  void run(Watch watch) throws SQLException {
    List<Comparison> comparisons = Comparison.all();
    int whole = comparisons.size() + 3;
    int done = 0;
    for (Comparison comparison : comparisons) {
      watch.progress("comparing tables", done++, whole);
      session.each(comparison.sql(), row -> found(comparison.kind(), row));
    }
    watch.progress("comparing ids", done++, whole);
    stamps();
    watch.progress("comparing classes", done++, whole);
    classes();
    watch.progress("following the audit chain", done, whole);
    chain();
  }

  private boolean found(String kind, ResultSet row) throws SQLException {
    StringBuilder words = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      words.append(i == 1 ? "" : " ").append(row.getString(i));
    }
    findings.accept(new Finding(kind, words.toString()));
    return true;
  }

  /** Ids are kept with the object, and with each version and row. */
  private void stamps() throws SQLException {
    session.each(
        "SELECT v.vid, v.stamp, o.id FROM version AS v JOIN object AS o ON o.oid = v.oid",
        row -> {
          byte[] stamp = row.getBytes(2);
          byte[] id = row.getBytes(3);
          if (!Arrays.equals(Stamp.idBytes(stamp), id)) {
            findings.accept(new Finding("row-version", "version " + row.getLong(1)));
          }
          return true;
        });
    session.each(
        "SELECT collection, position, type, stamp FROM row",
        row -> {
          if (Stamp.type(row.getBytes(4)) != row.getInt(3)) {
            findings.accept(new Finding("row-type", "row " + row.getInt(1) + " " + row.getLong(2)));
          }
          return true;
        });
  }

  private void classes() throws SQLException {
    session.each(
        "SELECT cid, hash, form FROM class",
        row -> {
          if (!Arrays.equals(row.getBytes(2), Classes.hash(row.getString(3)))) {
            findings.accept(new Finding("class-hash", "class " + row.getInt(1)));
          }
          return true;
        });
  }

  private void chain() throws SQLException {
    byte[][] previous = {AuditChain.start()};
    long[] count = {0};
    session.each(
        SqliteAuditLog.ALL + "ORDER BY seq",
        row -> {
          AuditRecord record = SqliteAuditLog.record(row);
          if (record.seq() != ++count[0] || !AuditChain.follows(previous[0], record)) {
            findings.accept(new Finding("audit-chain", "record " + record.seq()));
          }
          count[0] = record.seq();
          previous[0] = record.hash();
          return true;
        });
  }
}
