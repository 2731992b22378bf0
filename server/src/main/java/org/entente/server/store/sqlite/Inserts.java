// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that wait to be inserted, many with each statement: half the cost of one at a time. */
final class Inserts {
  private static final int TOGETHER = 32;

  private final Session session;
  private final Map<String, Table> tables = new LinkedHashMap<>();

  Inserts(Session session) {
    this.session = session;
  }

  private static final class Table {
    final String one;
    final String many;
    final List<Object[]> rows = new ArrayList<>();

    Table(String name, int columns) {
      String row = "(?" + ", ?".repeat(columns - 1) + ")";
      one = "INSERT INTO " + name + " VALUES " + row;
      many = one + (", " + row).repeat(TOGETHER - 1);
    }
  }

  /** Takes a row; it is not there before {@link #flush}. */
  void add(String table, Object... values) {
    tables.computeIfAbsent(table, name -> new Table(name, values.length)).rows.add(values);
  }

  void flush() throws SQLException {
    for (Table table : tables.values()) {
      int done = 0;
      for (; done + TOGETHER <= table.rows.size(); done += TOGETHER) {
        session.update(table.many, flat(table.rows.subList(done, done + TOGETHER)));
      }
      for (; done < table.rows.size(); done++) {
        session.update(table.one, table.rows.get(done));
      }
      table.rows.clear();
    }
  }

  private static Object[] flat(List<Object[]> rows) {
    int columns = rows.get(0).length;
    Object[] all = new Object[rows.size() * columns];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * columns, columns);
    }
    return all;
  }

  /** Forgets what waits, since the transaction was rolled back. */
  void forget() {
    tables.values().forEach(table -> table.rows.clear());
  }
}
