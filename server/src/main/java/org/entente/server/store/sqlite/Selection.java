// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.server.store.FeedView;
import org.entente.server.store.RowQuery;

/**
 * Which rows of a reader's classes count: those of the versions that were asked for, a version that
 * is no head only where the reader sees the head, and of several rows of a version the lowest.
 */
final class Selection {
  private static final String OF_OBJECT =
      "SELECT "
          + Candidate.COLUMNS
          + " FROM row AS r INDEXED BY row_object WHERE r.oid = ? AND r.collection = ?";

  private final Session session;
  private final int collection;
  private final FeedView view;
  private final RowQuery.Versions versions;
  private final Map<Lineage, Seen> lineages = new HashMap<>();

  Selection(Session session, int collection, RowQuery query) {
    this.session = session;
    this.collection = collection;
    this.view = query.view();
    this.versions = query.versions();
  }

  /** The versions of an id that one owner brought. */
  private record Lineage(long oid, int owner) {}

  /**
   * What the reader sees of a lineage.
   *
   * @param head whether it sees a head
   * @param first the earliest instant that it sees, or the latest possible
   */
  private record Seen(boolean head, Instant first) {}

  /** Whether heads are enough to answer. */
  boolean headsOnly() {
    return versions.headsOnly();
  }

  /** Whether a row that the reader may see, at a place, is part of the answer. */
  boolean counts(Candidate row, long place) throws SQLException {
    return matches(row) && !(row.shared() && hasLower(row, place));
  }

  private boolean matches(Candidate row) throws SQLException {
    if (versions.last() && row.head()) {
      return true;
    }
    if (versions.headsOnly()) {
      return false;
    }
    boolean wanted = versions.all() || versions.exact().contains(row.instant());
    if (wanted && row.head()) {
      return true;
    }
    if (!wanted && !versions.first()) {
      return false;
    }
    Seen seen = seen(row);
    return seen.head() && (wanted || seen.first().equals(row.instant()));
  }

  /** Another row of the same id and version stands lower and is part of the answer as well. */
  private boolean hasLower(Candidate row, long place) throws SQLException {
    for (Candidate other : rows(row.oid(), false)) {
      long there = view.place(other.cid(), other.n(), other.position());
      if (there >= 0 && there < place && other.instant().equals(row.instant()) && matches(other)) {
        return true;
      }
    }
    return false;
  }

  private int owner(Candidate row) throws SQLException {
    return (int)
        session.number("SELECT owner FROM version WHERE vid = ?", Names.UNKNOWN, row.vid());
  }

  private Seen seen(Candidate one) throws SQLException {
    int owner = owner(one);
    Lineage lineage = new Lineage(one.oid(), owner);
    Seen known = lineages.get(lineage);
    if (known == null) {
      boolean head = false;
      Instant first = Instant.MAX;
      for (Candidate row : rows(one.oid(), false)) {
        if (owner(row) == owner) {
          head |= row.head() && view.classes().get(row.cid());
          boolean earlier = row.instant().isBefore(first);
          if (earlier && view.place(row.cid(), row.n(), row.position()) >= 0) {
            first = row.instant();
          }
        }
      }
      known = new Seen(head, first);
      lineages.put(lineage, known);
    }
    return known;
  }

  /** The rows of an id in the collection, whoever may see them. */
  List<Candidate> rows(long oid, boolean heads) throws SQLException {
    List<Candidate> all = new ArrayList<>();
    session.each(
        heads ? OF_OBJECT + " AND r.head = 1" : OF_OBJECT,
        row -> all.add(Candidate.read(row)),
        oid,
        collection);
    return all;
  }
}
