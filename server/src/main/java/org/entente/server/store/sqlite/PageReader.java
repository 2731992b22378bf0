// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.RowPage;
import org.entente.server.store.RowQuery;
import org.entente.stix.StixId;

/** Answers a page within one snapshot. */
final class PageReader {
  private final Reader reader;
  private final Tallies tallies;
  private final RowQuery query;

  PageReader(Reader reader, Tallies tallies, RowQuery query) {
    this.reader = reader;
    this.tallies = tallies;
    this.query = query;
  }

  private record Placed(long place, Candidate row) {}

  RowPage page() throws SQLException {
    CommitRecord record = State.record(reader.session);
    PageBuilder page = new PageBuilder(reader.names, query);
    int collection = reader.names.find(query.collection());
    if (query.view().isOf(record) && collection != Names.UNKNOWN) {
      fill(page, collection);
    }
    return page.page(record);
  }

  private void fill(PageBuilder page, int collection) throws SQLException {
    List<Integer> types = types();
    if (!query.types().isEmpty() && types.isEmpty()) {
      return;
    }
    if (query.ids().isEmpty()) {
      new FeedScan(reader, tallies, collection, query, types).fill(page);
    } else {
      byId(page, collection);
    }
  }

  private List<Integer> types() throws SQLException {
    List<Integer> codes = new ArrayList<>();
    for (String type : query.types()) {
      int code = reader.names.find(type);
      if (code != Names.UNKNOWN) {
        codes.add(code);
      }
    }
    return codes;
  }

  private void byId(PageBuilder page, int collection) throws SQLException {
    Selection selection = new Selection(reader.session, collection, query);
    List<Placed> found = new ArrayList<>();
    for (StixId id : query.ids()) {
      if (query.types().isEmpty() || query.types().contains(id.type())) {
        for (Candidate row : selection.rows(oid(id), selection.headsOnly())) {
          long place = query.view().place(row.cid(), row.n(), row.position());
          if (place >= 0 && place > query.after() && selection.counts(row, place)) {
            found.add(new Placed(place, row));
          }
        }
      }
    }
    found.sort(Comparator.comparingLong(Placed::place));
    for (Placed placed : found) {
      Candidate row = placed.row();
      if (!page.take(placed.place(), row.cid(), row.stamp(), () -> content(row.vid()))) {
        return;
      }
    }
  }

  private byte[] content(long vid) throws SQLException {
    return reader
        .session
        .one("SELECT bytes FROM content WHERE vid = ?", row -> row.getBytes(1), vid)
        .orElseThrow(() -> new SQLException("version " + vid + " has no bytes"));
  }

  private long oid(StixId id) throws SQLException {
    int type = reader.names.find(id.type());
    return type == Names.UNKNOWN
        ? Names.UNKNOWN
        : reader.session.number(
            "SELECT oid FROM object WHERE id = ?", Names.UNKNOWN, Ids.bytes(id, type));
  }
}
