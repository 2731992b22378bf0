// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.store.Asked;
import org.entente.server.store.Keys;

/** What is kept of readers that have polled. */
final class Readers {
  private static final String ALL =
      "SELECT asked.credential, asked.collection, lack.low, lack.classes"
          + " FROM asked LEFT JOIN lack"
          + " ON lack.credential = asked.credential AND lack.collection = asked.collection";
  private static final String ORDER = " ORDER BY asked.credential, asked.collection, lack.low";

  private Readers() {}

  static List<Asked> asked(Session session) throws SQLException {
    return whole(session, ALL + ORDER);
  }

  static Optional<Asked> asked(Session session, Keys.Poller poller) throws SQLException {
    String sql = ALL + " WHERE asked.credential = ? AND asked.collection = ?" + ORDER;
    return whole(session, sql, poller.credential(), poller.collection()).stream().findFirst();
  }

  private static List<Asked> whole(Session session, String sql, Object... arguments)
      throws SQLException {
    Map<Keys.Poller, List<Asked.Lack>> all = new LinkedHashMap<>();
    session.each(
        sql,
        row -> {
          Keys.Poller poller = new Keys.Poller(row.getString(1), row.getString(2));
          List<Asked.Lack> lacks = all.computeIfAbsent(poller, p -> new ArrayList<>());
          return lack(row).map(lacks::add).orElse(true);
        },
        arguments);
    return all.entrySet().stream()
        .map(e -> new Asked(e.getKey().credential(), e.getKey().collection(), e.getValue()))
        .toList();
  }

  private static Optional<Asked.Lack> lack(ResultSet row) throws SQLException {
    byte[] classes = row.getBytes(4);
    return classes == null
        ? Optional.empty()
        : Optional.of(new Asked.Lack(numbers(classes), row.getLong(3)));
  }

  static void keep(Session session, Asked asked) throws SQLException {
    session.update(
        "INSERT OR IGNORE INTO asked VALUES (?, ?)", asked.credential(), asked.collection());
    session.update(
        "DELETE FROM lack WHERE credential = ? AND collection = ?",
        asked.credential(),
        asked.collection());
    for (Asked.Lack lack : asked.lacks()) {
      session.update(
          "INSERT INTO lack VALUES (?, ?, ?, ?)",
          asked.credential(),
          asked.collection(),
          lack.low(),
          bytes(lack.classes()));
    }
  }

  private static byte[] bytes(Set<Integer> numbers) {
    BitSet bits = new BitSet();
    numbers.forEach(bits::set);
    return bits.toByteArray();
  }

  private static Set<Integer> numbers(byte[] bytes) {
    return BitSet.valueOf(bytes).stream().boxed().collect(Collectors.toUnmodifiableSet());
  }
}
