// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.stix.StixTimestamp;

/** Takes rows in order of places until the page is full and one more was seen. */
final class PageBuilder {
  private static final byte[] NONE = {};

  private final Names names;
  private final RowQuery query;
  private final List<RowPage.Row> rows = new ArrayList<>();
  private long bytes;
  private boolean more;

  PageBuilder(Names names, RowQuery query) {
    this.names = names;
    this.query = query;
  }

  /** How many rows are still of use, the one that is only looked for included. */
  int wanted() {
    return more ? 0 : query.limit() + 1 - rows.size();
  }

  /**
   * Takes a row.
   *
   * @param place where it stands for the reader
   * @param audience its class
   * @param row columns of the version, see {@link #columns}
   * @param column the first of them
   * @return whether another row is of use
   */
  boolean take(long place, int audience, ResultSet row, int column) throws SQLException {
    byte[] content =
        query.content() && rows.size() < query.limit() ? row.getBytes(column + 4) : NONE;
    boolean heavy = !rows.isEmpty() && bytes + content.length > query.maxBytes();
    if (rows.size() == query.limit() || heavy) {
      more = true;
      return false;
    }
    bytes += content.length;
    StixTimestamp version =
        new StixTimestamp(
            Instant.ofEpochSecond(row.getLong(column + 1), row.getLong(column + 2)),
            row.getString(column + 3));
    rows.add(
        new RowPage.Row(place, audience, Ids.read(row.getBytes(column), names), version, content));
    return true;
  }

  /** What to select of {@code version AS v} and, when bytes are wanted, {@code content AS c}. */
  static String columns(boolean content) {
    return "v.id, v.second, v.nano, v.text" + (content ? ", c.bytes" : "");
  }

  RowPage page(CommitRecord record) {
    return new RowPage(record, List.copyOf(rows), more);
  }
}
