// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;

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

  /** A row's bytes, read when they are wanted. */
  @FunctionalInterface
  interface Content {
    byte[] read() throws SQLException;
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
   * @param stamp its object
   * @param source its bytes
   * @return whether another row is of use
   */
  boolean take(long place, int audience, byte[] stamp, Content source) throws SQLException {
    if (rows.size() == query.limit()) {
      more = true;
      return false;
    }
    byte[] content = query.content() ? source.read() : NONE;
    if (!rows.isEmpty() && bytes + content.length > query.maxBytes()) {
      more = true;
      return false;
    }
    bytes += content.length;
    rows.add(
        new RowPage.Row(place, audience, Stamp.id(stamp, names), Stamp.version(stamp), content));
    return true;
  }

  RowPage page(CommitRecord record) {
    return new RowPage(record, List.copyOf(rows), more);
  }
}
