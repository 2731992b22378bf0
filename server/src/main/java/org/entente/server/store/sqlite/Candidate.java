// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of the feed with what decides whether it counts. */
record Candidate(
    long position,
    int cid,
    boolean shared,
    byte[] stamp,
    long n,
    boolean head,
    long oid,
    long vid) {
  /** The columns, of {@code row AS r}, in the order of the record; the bytes may follow them. */
  static final String COLUMNS = "r.position, r.cid, r.shared, r.stamp, r.n, r.head, r.oid, r.vid";

  static final int POSITION = 1;
  static final int CID = 2;
  static final int SHARED = 3;
  static final int STAMP = 4;
  static final int N = 5;

  /** The column after the last. */
  static final int NEXT = 9;

  static Candidate read(ResultSet row) throws SQLException {
    return new Candidate(
        row.getLong(POSITION),
        row.getInt(CID),
        row.getInt(SHARED) != 0,
        row.getBytes(STAMP),
        row.getLong(N),
        row.getInt(6) != 0,
        row.getLong(7),
        row.getLong(8));
  }

  Instant instant() {
    return Stamp.instant(stamp);
  }
}
