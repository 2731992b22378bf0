// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types, collections, owners and readers by their numbers, as one connection has met them. Bounded,
 * since whoever pushes may invent types.
 */
final class Names {
  /** What no name has. */
  static final int UNKNOWN = -1;

  private static final int REMEMBERED = 4096;

  private final Session session;
  private final Map<String, Integer> codes = new HashMap<>();
  private final Map<Integer, String> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
          if (size() <= REMEMBERED) {
            return false;
          }
          codes.remove(eldest.getValue());
          return true;
        }
      };

  Names(Session session) {
    this.session = session;
  }

  /** The number of a name, or {@link #UNKNOWN}. */
  int find(String name) throws SQLException {
    Integer known = codes.get(name);
    if (known != null) {
      return known;
    }
    int code = (int) session.number("SELECT code FROM name WHERE name = ?", UNKNOWN, name);
    if (code != UNKNOWN) {
      remember(code, name);
    }
    return code;
  }

  /** The number of a name, given to it now when it has none. */
  int code(String name) throws SQLException {
    int known = find(name);
    if (known != UNKNOWN) {
      return known;
    }
    int code =
        (int) session.number("INSERT INTO name (name) VALUES (?) RETURNING code", UNKNOWN, name);
    remember(code, name);
    return code;
  }

  /** The name of a number that was given out. */
  String name(int code) throws SQLException {
    @Nullable String known = names.get(code);
    if (known != null) {
      return known;
    }
    String name =
        session
            .one("SELECT name FROM name WHERE code = ?", row -> row.getString(1), code)
            .orElseThrow(() -> new SQLException("no name has the number " + code));
    remember(code, name);
    return name;
  }

  private void remember(int code, String name) {
    codes.put(name, code);
    names.put(code, name);
  }

  /** Forgets all, since what was given out was rolled back. */
  void forget() {
    codes.clear();
    names.clear();
  }
}
