// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.store.Asked;

/** What is kept of readers that have polled. */
final class Readers {
  private Readers() {}

  static List<Asked> asked(Session session) throws SQLException {
    return session.list(
        "SELECT credential, collection, had, low FROM asked",
        row ->
            new Asked(
                row.getString(1), row.getString(2), numbers(row.getBytes(3)), row.getLong(4)));
  }

  static void keep(Session session, Asked asked) throws SQLException {
    session.update(
        "INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?)",
        asked.credential(),
        asked.collection(),
        bytes(asked.had()),
        asked.low());
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
