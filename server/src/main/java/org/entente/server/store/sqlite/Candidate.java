// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of the feed with what of its version decides whether it counts. */
record Candidate(
    long position,
    long n,
    int cid,
    boolean head,
    boolean shared,
    long oid,
    long vid,
    int owner,
    long second,
    int nano) {
  /** The columns, of {@code row AS r} and {@code version AS v}, in the order of the record. */
  static final String COLUMNS =
      "r.position, r.n, r.cid, r.head, r.shared, r.oid, r.vid, v.owner, v.second, v.nano";

  static final int COUNT = 10;

  static Candidate read(ResultSet row) throws SQLException {
    return new Candidate(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getInt(4) != 0,
        row.getInt(5) != 0,
        row.getLong(6),
        row.getLong(7),
        row.getInt(8),
        row.getLong(9),
        row.getInt(10));
  }

  Instant instant() {
    return Instant.ofEpochSecond(second, nano);
  }
}
