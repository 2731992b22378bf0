// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import org.entente.stix.type.table.StixRule;

/**
 * Why an object does not come in.
 *
 * @param rule the rule that it breaks
 * @param reason one lower-case sentence, with a JSON pointer and a colon before it where it is
 *     about a property; it tells nothing of what the sender may not see
 */
public record Refusal(StixRule rule, String reason) {
  /** The reason and the rule, as people read them. */
  @Override
  public String toString() {
    return reason + " (" + rule + ")";
  }
}
