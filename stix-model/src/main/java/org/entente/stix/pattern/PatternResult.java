// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

/** What becomes of a text that should be a pattern. */
public sealed interface PatternResult {
  /**
   * It is one.
   *
   * @param expression what it says
   */
  record Parsed(ObservationExpression expression) implements PatternResult {}

  /**
   * It is none.
   *
   * @param column where reading ended: 1 for the first character; line breaks count as characters
   * @param reason why, in words that go on from "is no pattern: "
   */
  record Invalid(int column, String reason) implements PatternResult {}
}
