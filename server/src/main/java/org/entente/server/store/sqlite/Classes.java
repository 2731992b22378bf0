// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Audience classes by number, as the writer has them in memory: thousands, for millions of rows.
 */
final class Classes {
  private final Session session;
  private final List<String> forms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Classes(Session session) throws SQLException {
    this.session = session;
    session.each(
        "SELECT form FROM class ORDER BY cid",
        row -> {
          keep(row.getString(1));
          return true;
        });
  }

  @CanIgnoreReturnValue
  private int keep(String form) {
    forms.add(form);
    numbers.put(form, forms.size());
    return forms.size();
  }

  /** The number of a form, given to it now when it has none. */
  int intern(String form) throws SQLException {
    Integer known = numbers.get(form);
    if (known != null) {
      return known;
    }
    int cid = keep(form);
    session.update("INSERT INTO class VALUES (?, ?, ?)", cid, hash(form), form);
    return cid;
  }

  String form(int cid) {
    return forms.get(cid - 1);
  }

  int count() {
    return forms.size();
  }

  /** All forms, in order of their numbers. */
  List<String> all() {
    return List.copyOf(forms);
  }

  /** Those after a number. */
  List<String> after(int count) {
    return List.copyOf(forms.subList(count, forms.size()));
  }

  /** Forgets those that were rolled back. */
  void cut(int count) {
    List<String> gone = forms.subList(count, forms.size());
    gone.forEach(numbers::remove);
    gone.clear();
  }

  static byte[] hash(String form) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
