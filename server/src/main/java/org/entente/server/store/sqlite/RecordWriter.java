// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import org.entente.server.store.Asked;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredSecret;
import org.entente.server.store.StoredStatus;

/** Writes statuses, resources, secrets, readers and records of administration. */
final class RecordWriter {
  private static final long FOREVER = Long.MAX_VALUE;

  private final Writer writer;
  private final Session session;

  RecordWriter(Writer writer) {
    this.writer = writer;
    this.session = writer.session;
  }

  void write(Plan plan, Changes changes) throws SQLException {
    for (StoredStatus status : plan.statuses()) {
      status(session, status, changes.at);
    }
    for (String id : plan.finished()) {
      finish(id);
    }
    for (CatalogChange change : plan.catalog()) {
      change(change, changes.at);
    }
    for (Asked asked : plan.asked()) {
      Readers.keep(session, asked);
    }
    for (Plan.Reach reach : plan.reaches()) {
      session.update(
          "INSERT OR REPLACE INTO reach VALUES (?, ?, ?, ?)",
          reach.member(),
          reach.collection(),
          changes.at,
          Math.max(0, changes.at - reach.back()));
    }
    for (AuditEntry entry : plan.audit()) {
      chain(entry, changes.at);
    }
  }

  static void status(Session session, StoredStatus status, long at) throws SQLException {
    session.update(
        "INSERT INTO status VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET done = excluded.done, body = excluded.body",
        status.id(),
        status.credential(),
        status.apiRoot(),
        status.complete() ? at : 0,
        status.body());
  }

  private void finish(String id) throws SQLException {
    session.update(
        "DELETE FROM submission_object WHERE seq = (SELECT seq FROM submission WHERE id = ?)", id);
    session.update("DELETE FROM submission WHERE id = ?", id);
  }

  private void change(CatalogChange change, long at) throws SQLException {
    if (change instanceof CatalogChange.Put put) {
      retire(put.kind(), put.id(), at);
      session.update(
          "INSERT OR REPLACE INTO resource VALUES (?, ?, ?, ?, ?)",
          put.kind(),
          put.id(),
          at,
          FOREVER,
          put.document());
    } else if (change instanceof CatalogChange.Remove remove) {
      retire(remove.kind(), remove.id(), at);
    } else if (change instanceof CatalogChange.PutSecret put) {
      StoredSecret secret = put.secret();
      session.update(
          "INSERT OR REPLACE INTO secret VALUES (?, ?, ?, ?)",
          secret.holder(),
          secret.key(),
          secret.verifier(),
          secret.expires());
    } else if (change instanceof CatalogChange.RemoveSecret remove) {
      session.update(
          "DELETE FROM secret WHERE holder = ? AND key = ?", remove.holder(), remove.key());
    }
  }

  /** What one commit puts and takes back again was never in force. */
  private void retire(String kind, String id, long at) throws SQLException {
    session.update("DELETE FROM resource WHERE kind = ? AND id = ? AND since = ?", kind, id, at);
    session.update(
        "UPDATE resource SET until = ? WHERE kind = ? AND id = ? AND until = ?",
        at,
        kind,
        id,
        FOREVER);
  }

  private void chain(AuditEntry entry, long at) throws SQLException {
    long seq = ++writer.state.audit;
    byte[] hash = AuditChain.next(writer.state.auditHash, seq, at, entry);
    writer.state.auditHash = hash;
    session.update(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
        seq,
        at,
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.detail(),
        hash);
  }
}
