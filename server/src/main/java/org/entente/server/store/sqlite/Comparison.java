// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.util.List;

/**
 * A statement that finds what does not follow from what it is derived from.
 *
 * @param kind the kind of its findings
 * @param sql gives each finding as words in the order of its columns
 */
record Comparison(String kind, String sql) {
  private static final String FOREVER = "9223372036854775807";

  /** Each row that ever stood, by its number and position. */
  private static final String ROWS =
      "(SELECT collection, n, position FROM row"
          + " UNION ALL SELECT collection, n, position FROM row_past WHERE gone = 1)";

  /** What a row was before, each with the position at which the next state began. */
  private static final String STATES =
      "(SELECT p.collection, p.position, p.since, p.until, p.gone,"
          + " lag(p.until) OVER w AS began, lead(p.since) OVER w AS next,"
          + " (SELECT CASE r.since WHEN 0 THEN r.position ELSE r.since END FROM row AS r"
          + " WHERE r.collection = p.collection AND r.position = p.position) AS now"
          + " FROM row_past AS p WINDOW w AS (PARTITION BY p.collection, p.position ORDER BY p.since))";

  static List<Comparison> all() {
    return List.of(
        link("version", "oid", "object", "oid"),
        link("version", "vid", "content", "vid"),
        link("content", "vid", "version", "vid"),
        link("version", "owner", "name", "code"),
        link("placement", "vid", "version", "vid"),
        link("placement", "collection", "name", "code"),
        link("edge", "vid", "version", "vid"),
        link("edge", "target", "object", "oid"),
        link("row", "vid", "version", "vid"),
        link("row", "cid", "class", "cid"),
        link("row", "collection", "collection", "code"),
        link("row_past", "vid", "version", "vid"),
        link("row_past", "cid", "class", "cid"),
        link("gain", "collection", "name", "code"),
        link("gained", "gain", "gain", "gain"),
        link("gained", "cid", "class", "cid"),
        link("gain_reader", "gain", "gain", "gain"),
        link("gain_reader", "reader", "name", "code"),
        link("submission_object", "seq", "submission", "seq"),
        new Comparison(
            "row-version",
            "SELECT 'row', r.collection, r.position FROM row AS r JOIN version AS v ON v.vid = r.vid"
                + " WHERE r.oid <> v.oid OR r.stamp <> v.stamp OR v.deleted <> 0"),
        new Comparison(
            "row-version",
            "SELECT 'row before', p.collection, p.position FROM row_past AS p"
                + " JOIN version AS v ON v.vid = p.vid WHERE p.oid <> v.oid"),
        new Comparison(
            "row-number",
            "SELECT 'collection', collection, 'row', n FROM (SELECT collection, n, position,"
                + " lag(n, 1, 0) OVER w AS n0, lag(position, 1, 0) OVER w AS p0 FROM "
                + ROWS
                + " WINDOW w AS (PARTITION BY collection ORDER BY n, position))"
                + " WHERE n <> n0 + 1 OR position <= p0"),
        new Comparison(
            "row-number",
            "SELECT 'collection', code, 'has', rows FROM collection WHERE rows <> "
                + lastNumber("code", FOREVER)),
        new Comparison(
            "position",
            "SELECT 'position', position, 'given out', count(*) FROM "
                + ROWS
                + " GROUP BY position HAVING count(*) > 1"),
        beyond("row", "position"),
        beyond("row", "since"),
        beyond("row_past", "until"),
        beyond("version", "at"),
        beyond("version", "deleted"),
        beyond("gain", "base + n"),
        beyond("gained", "since"),
        beyond("resource", "since"),
        beyond("resource", "nullif(until, " + FOREVER + ")"),
        beyond("reach", "since"),
        beyond("status", "done"),
        beyond("audit", "position"),
        new Comparison(
            "row-past",
            "SELECT 'row', collection, position, 'since', since FROM "
                + STATES
                + " WHERE since >= until OR since <> ifnull(began, position)"
                + " OR (gone = 1) <> (next IS NULL AND now IS NULL)"
                + " OR (next IS NULL AND until <> ifnull(now, until))"),
        new Comparison(
            "row-past",
            "SELECT 'row', collection, position, 'since', since FROM row AS r WHERE since <> 0"
                + " AND NOT EXISTS (SELECT 1 FROM row_past AS p WHERE p.collection = r.collection"
                + " AND p.position = r.position AND p.until = r.since)"),
        new Comparison(
            "resource-past",
            "SELECT kind, id FROM (SELECT kind, id, since, until,"
                + " lag(until, 1, 0) OVER (PARTITION BY kind, id ORDER BY since) AS u0 FROM resource)"
                + " WHERE since >= until OR since < u0"),
        new Comparison(
            "epoch",
            "SELECT 'epoch', epoch, 'changes', changes FROM commit_record,"
                + " (SELECT count(*) AS changes FROM (SELECT since FROM resource UNION"
                + " SELECT until FROM resource WHERE until <> "
                + FOREVER
                + ")) WHERE epoch < changes"),
        new Comparison(
            "gain",
            "SELECT 'gain', gain FROM gain WHERE n <> "
                + lastNumber("gain.collection", "gain.base")),
        new Comparison(
            "class-number",
            "SELECT 'class', cid FROM (SELECT cid, row_number() OVER (ORDER BY cid) AS place"
                + " FROM class) WHERE cid <> place"),
        new Comparison(
            "class-number",
            "SELECT 'commit record', classes FROM commit_record"
                + " WHERE classes <> (SELECT count(*) FROM class)"));
  }

  private static Comparison link(String table, String column, String target, String key) {
    return new Comparison(
        "link",
        "SELECT '"
            + table
            + "', '"
            + column
            + "', "
            + column
            + " FROM "
            + table
            + " WHERE "
            + column
            + " NOT IN (SELECT "
            + key
            + " FROM "
            + target
            + ")");
  }

  /** The number of the last row of a collection up to a position, whether it stands or not. */
  private static String lastNumber(String collection, String position) {
    return "max("
        + lastNumber("row", collection, position)
        + ", "
        + lastNumber("row_past", collection, position)
        + ")";
  }

  private static String lastNumber(String table, String collection, String position) {
    return "ifnull((SELECT n FROM "
        + table
        + " AS t WHERE t.collection = "
        + collection
        + " AND t.position <= "
        + position
        + " ORDER BY t.position DESC LIMIT 1), 0)";
  }

  /** Nothing has happened after the last commit. */
  private static Comparison beyond(String table, String value) {
    return new Comparison(
        "position",
        "SELECT '"
            + table
            + "', "
            + value
            + " FROM "
            + table
            + " WHERE "
            + value
            + " > (SELECT position FROM commit_record)");
  }
}
