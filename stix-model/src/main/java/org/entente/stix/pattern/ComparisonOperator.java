// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

/** Compares a property with a value (STIX 2.1 §9.6). */
public enum ComparisonOperator {
  /** The same value. */
  EQUAL("="),
  /** Another value. */
  NOT_EQUAL("!="),
  /** Less, or before. */
  LESS("<"),
  /** Less or the same. */
  LESS_OR_EQUAL("<="),
  /** Greater, or after. */
  GREATER(">"),
  /** Greater or the same. */
  GREATER_OR_EQUAL(">="),
  /** One of a set. */
  IN("IN"),
  /** Like a text in which {@code %} stands for any characters and {@code _} for one. */
  LIKE("LIKE"),
  /** Matched somewhere by a regular expression (PCRE). */
  MATCHES("MATCHES"),
  /** An address or network within a network. */
  ISSUBSET("ISSUBSET"),
  /** A network around an address or network. */
  ISSUPERSET("ISSUPERSET");

  private final String text;

  ComparisonOperator(String text) {
    this.text = text;
  }

  /** As it is written. */
  public String text() {
    return text;
  }
}
