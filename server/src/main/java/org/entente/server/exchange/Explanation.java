// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a reader may or may not see a version.
 *
 * @param permit the decision
 * @param decidedBy the rule that settled it
 * @param rules everything that was looked at, in order
 * @param since from when it has been so; absent for a denial
 * @param wouldChange what would have to change for the other answer, sentences
 */
public record Explanation(
    boolean permit,
    String decidedBy,
    List<Rule> rules,
    Optional<Instant> since,
    List<String> wouldChange) {

  /** The result of a rule that does not hold. */
  public static final String DENY = "deny";

  /** The sentence that says of a rule that it would have to hold. */
  public static String wouldChange(Rule rule) {
    return rule.rule() + " would have to hold (" + rule.source() + ")";
  }

  /**
   * One rule that was looked at.
   *
   * @param layer {@code own}, {@code markings}, {@code collection}, {@code policy}, {@code
   *     recipient}, {@code structure}
   * @param rule its name
   * @param source what it comes from: a marking, a policy's id, a resource
   * @param result {@code permit}, {@code deny} or {@code not-applicable}
   */
  public record Rule(String layer, String rule, String source, String result) {}
}
