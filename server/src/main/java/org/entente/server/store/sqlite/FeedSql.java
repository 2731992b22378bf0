// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

/**
 * The statements that read a feed. Each names its index, since SQLite left to choose takes one that
 * reads rows in vain; by class, positions come from the index alone, and the rest is fetched for
 * those that are returned.
 */
final class FeedSql {
  /** The last position at or before a row's number. */
  static final String POSITION_OF =
      "SELECT position FROM row INDEXED BY row_n WHERE collection = ? AND n <= ?"
          + " ORDER BY n DESC LIMIT 1";

  /** The number of the first row after a position. */
  static final String NUMBER_AFTER =
      "SELECT n FROM row NOT INDEXED WHERE collection = ? AND position > ?"
          + " ORDER BY position LIMIT 1";

  private static final String RANGE = " AND position > ?2 AND position <= ?3";
  private static final String ORDER = " ORDER BY position LIMIT ?4";
  private static final String CONTENT = " CROSS JOIN content AS c ON c.vid = r.vid";
  private static final String CLASSES = " AND cid IN (SELECT value FROM json_each(?5))";
  private static final String MASK = " AND substr(?5, cid, 1) = x'01'";
  private static final String TYPES = " AND type IN (SELECT value FROM json_each(?6))";

  private FeedSql() {}

  /** How rows are found. */
  enum Way {
    /** In order of position, whatever their class. */
    POSITIONS,
    /** In order of position, passing over those of other classes. */
    MASKED,
    /** By class: one ordered range for each. */
    CLASSES
  }

  /**
   * A statement: its arguments are the collection, the position to start after and the one to end
   * at, how many, the classes and the types. The classes are a byte for each, 1 or 0, when they are
   * masked, else a JSON array like the types.
   */
  static String of(Way way, boolean types, boolean heads, boolean content) {
    String select = "SELECT " + Candidate.COLUMNS + (content ? ", c.bytes" : "") + " FROM ";
    String join = content ? CONTENT : "";
    if (way != Way.CLASSES) {
      return select
          + "row AS r NOT INDEXED"
          + join
          + " WHERE collection = ?1"
          + (heads ? " AND head = 1" : "")
          + (way == Way.MASKED ? MASK : "")
          + (types ? TYPES : "")
          + RANGE
          + ORDER;
    }
    return select
        + "(SELECT position AS p FROM row INDEXED BY "
        + (types ? "row_type" : "row_class")
        + " WHERE collection = ?1"
        + (types ? TYPES : "")
        + CLASSES
        + (heads ? " AND head = 1" : " AND head IN (0, 1)")
        + RANGE
        + ORDER
        + ") CROSS JOIN row AS r ON r.collection = ?1 AND r.position = p"
        + join;
  }
}
