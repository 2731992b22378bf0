// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.policy;

/**
 * What was judged.
 *
 * @param layer S4, L1 to L5
 * @param rule in words
 * @param source where the rule comes from
 */
public record Rule(String layer, String rule, String source) {
  /** What a rule begins with that is of an object of another owner, which is referred to. */
  public static final String REFERENCED = "referenced object: ";

  /** The same rule, of an object that is referred to. */
  Rule ofReferenced() {
    return new Rule("L5", REFERENCED + rule, source);
  }
}
