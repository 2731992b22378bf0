// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.json.ObjectListener.Cursor;
import org.entente.stix.json.ObjectListener.Token;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Where the checks are in an object, and where their findings go. */
final class Place {
  private final Findings findings;
  private int tokens;
  private Token token = Token.NULL;
  private Cursor cursor = Nowhere.INSTANCE;

  Place(Findings findings) {
    this.findings = findings;
  }

  void clear() {
    tokens = 0;
    findings.clear();
  }

  void at(Token next, Cursor where) {
    tokens++;
    token = next;
    cursor = where;
  }

  Token token() {
    return token;
  }

  /** How many tokens were read. */
  int tokens() {
    return tokens;
  }

  String text() {
    return cursor.text();
  }

  String pointer() {
    return cursor.pointer();
  }

  int depth() {
    return cursor.depth();
  }

  Findings findings() {
    return findings;
  }

  /** A finding about a property, here. */
  void find(StixRule rule, Strength strength, Property property, String reason) {
    if (findings.wants(strength)) {
      findings.add(tokens, rule, strength, Where.of(property, pointer()), reason);
    }
  }

  /** A finding about a name, here. */
  void find(StixRule rule, Strength strength, String name, String reason) {
    if (findings.wants(strength)) {
      findings.add(tokens, rule, strength, new Where(name, rule.section(), pointer()), reason);
    }
  }

  private enum Nowhere implements Cursor {
    INSTANCE;

    @Override
    public String text() {
      return "";
    }

    @Override
    public String pointer() {
      return "";
    }

    @Override
    public int depth() {
      return 0;
    }
  }
}
