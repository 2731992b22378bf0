// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import org.entente.stix.type.Finding;
import org.entente.stix.type.table.StixRule;

/**
 * Why an object does not come in.
 *
 * @param rule what refusals are summed up by: a rule of STIX, or a word of the exchange's own
 * @param reason one lower-case sentence, with a JSON pointer and a colon before it where it is
 *     about a property; it tells nothing of what the sender may not see
 */
public record Refusal(String rule, String reason) {
  /** More depends on the object than one commit may decide. */
  public static final Refusal TOO_MUCH =
      new Refusal("too-much", "more objects depend on this one than can be decided in one commit");

  /** It breaks a rule of STIX, which the reason then names. */
  static Refusal by(StixRule rule, String reason) {
    return new Refusal(rule.name(), reason + " (" + rule + ")");
  }

  /** A finding as a reason. */
  static Refusal of(Finding finding) {
    return new Refusal(finding.rule().name(), finding.toString());
  }
}
