// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredRow;
import org.entente.server.store.StoredVersion;
import org.entente.stix.Reference;
import org.entente.stix.StixId;

/** Reads versions with all that hangs on them. */
final class VersionLoader {
  /** What a position is compared with when the present is wanted. */
  static final long NOW = Long.MAX_VALUE;

  private static final Reference.Kind[] KINDS = Reference.Kind.values();
  private static final String ROW_COLUMNS =
      "SELECT vid, collection, n, position, cid, head, shared FROM ";

  private final Session session;
  private final Names names;
  private final IntFunction<String> forms;

  VersionLoader(Session session, Names names, IntFunction<String> forms) {
    this.session = session;
    this.names = names;
    this.forms = forms;
  }

  /** The number of an id that was pushed or referred to, or {@link Names#UNKNOWN}. */
  long oid(StixId id) throws SQLException {
    int type = names.find(id.type());
    return type == Names.UNKNOWN
        ? Names.UNKNOWN
        : session.number("SELECT oid FROM object WHERE id = ?", Names.UNKNOWN, Ids.bytes(id, type));
  }

  /** Every version of an id, as it was at a position. */
  List<StoredVersion> versions(StixId id, long oid, long position) throws SQLException {
    Map<Long, List<StoredRow>> rows = rows(oid, position);
    List<StoredVersion> bare =
        session.list(
            "SELECT vid, stamp, owner, shadow, deleted, hash, facts FROM version"
                + " INDEXED BY version_oid WHERE oid = ? AND at <= ? ORDER BY vid",
            row -> version(id, row, rows, position),
            oid,
            position);
    List<StoredVersion> whole = new ArrayList<>(bare.size());
    for (StoredVersion version : bare) {
      whole.add(withNeighbours(version));
    }
    return whole;
  }

  private StoredVersion version(
      StixId id, ResultSet row, Map<Long, List<StoredRow>> rows, long position)
      throws SQLException {
    long vid = row.getLong(1);
    long deleted = row.getLong(5);
    return new StoredVersion(
        vid,
        id,
        Stamp.version(row.getBytes(2)),
        names.name(row.getInt(3)),
        row.getInt(4) != 0,
        deleted != 0 && deleted <= position,
        row.getBytes(6),
        row.getBytes(7),
        List.of(),
        Map.of(),
        rows.getOrDefault(vid, List.of()));
  }

  private StoredVersion withNeighbours(StoredVersion bare) throws SQLException {
    return new StoredVersion(
        bare.vid(),
        bare.id(),
        bare.version(),
        bare.owner(),
        bare.shadow(),
        bare.deleted(),
        bare.hash(),
        bare.facts(),
        references(bare.vid()),
        placements(bare.vid()),
        bare.rows());
  }

  private List<StoredReference> references(long vid) throws SQLException {
    return session.list(
        "SELECT edge.kind, object.id, edge.known FROM edge JOIN object ON object.oid = edge.target"
            + " WHERE edge.vid = ? ORDER BY edge.ordinal",
        row ->
            new StoredReference(
                KINDS[row.getInt(1)], Ids.read(row.getBytes(2), names), row.getInt(3) != 0),
        vid);
  }

  private Map<String, byte[]> placements(long vid) throws SQLException {
    Map<String, byte[]> all = new HashMap<>();
    session.each(
        "SELECT collection, origin FROM placement WHERE vid = ?",
        row -> {
          all.put(names.name(row.getInt(1)), row.getBytes(2));
          return true;
        },
        vid);
    return all;
  }

  private Map<Long, List<StoredRow>> rows(long oid, long position) throws SQLException {
    Map<Long, List<StoredRow>> all = new HashMap<>();
    Session.Visitor keep =
        row -> {
          StoredRow stored = stored(row);
          all.computeIfAbsent(stored.vid(), vid -> new ArrayList<>()).add(stored);
          return true;
        };
    session.each(
        ROW_COLUMNS
            + "row INDEXED BY row_object WHERE oid = ? AND position <= ? AND since <= ?"
            + " ORDER BY collection, position",
        keep,
        oid,
        position,
        position);
    if (position != NOW) {
      session.each(
          ROW_COLUMNS
              + "row_past INDEXED BY row_past_object WHERE oid = ? AND since <= ? AND until > ?"
              + " ORDER BY collection, position",
          keep,
          oid,
          position,
          position);
    }
    return all;
  }

  private StoredRow stored(ResultSet row) throws SQLException {
    int cid = row.getInt(5);
    return new StoredRow(
        names.name(row.getInt(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(1),
        cid,
        forms.apply(cid),
        row.getInt(6) != 0,
        row.getInt(7) != 0);
  }
}
