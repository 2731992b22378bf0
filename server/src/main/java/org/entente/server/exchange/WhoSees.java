// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;

/**
 * Who sees an object and who does not.
 *
 * @param groups readers with the same answer for the same reason, permits first
 */
public record WhoSees(List<Group> groups) {
  /**
   * Readers with the same answer.
   *
   * @param permit the answer
   * @param reason the rule that settled it
   * @param credentials some or all of them, by id
   * @param count how many there are
   */
  public record Group(boolean permit, String reason, List<String> credentials, long count) {}
}
