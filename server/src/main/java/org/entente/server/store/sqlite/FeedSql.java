// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

/**
 * The statements that read a feed. Each names its index, since SQLite left to choose takes one that
 * reads rows in vain; positions come from the index alone, and the rest is fetched for those that
 * are returned.
 */
final class FeedSql {
  /** The last position at or before a row's number. */
  static final String POSITION_OF =
      "SELECT position FROM row INDEXED BY row_n WHERE collection = ? AND n <= ?"
          + " ORDER BY n DESC LIMIT 1";

  private FeedSql() {}

  /** How rows are found. */
  enum Way {
    /** In order of position, whatever their class. */
    POSITIONS,
    /** By class: one ordered range for each. */
    CLASSES,
    /** By type and class. */
    TYPES
  }

  /**
   * A statement: its arguments are the collection, the position to start after and the one to end
   * at, how many, the classes and the types, the last two as JSON arrays.
   */
  static String of(Way way, boolean heads, boolean content) {
    return "SELECT "
        + Candidate.COLUMNS
        + ", "
        + PageBuilder.columns(content)
        + " FROM (SELECT position AS p FROM row "
        + found(way)
        + (heads ? " AND head = 1" : way == Way.POSITIONS ? "" : " AND head IN (0, 1)")
        + " AND position > ?2 AND position <= ?3 ORDER BY position LIMIT ?4)"
        + " CROSS JOIN row AS r ON r.collection = ?1 AND r.position = p"
        + " CROSS JOIN version AS v ON v.vid = r.vid"
        + (content ? " CROSS JOIN content AS c ON c.vid = r.vid" : "");
  }

  private static String found(Way way) {
    return switch (way) {
      case POSITIONS -> "NOT INDEXED WHERE collection = ?1";
      case CLASSES ->
          "INDEXED BY row_class WHERE collection = ?1 AND cid IN (SELECT value FROM json_each(?5))";
      case TYPES ->
          "INDEXED BY row_type WHERE collection = ?1 AND type IN (SELECT value FROM json_each(?6))"
              + " AND cid IN (SELECT value FROM json_each(?5))";
    };
  }
}
