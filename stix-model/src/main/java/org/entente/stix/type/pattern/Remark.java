// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import org.entente.stix.type.table.Strength;

/**
 * One way in which a pattern means nothing.
 *
 * @param strength how strongly it should be otherwise
 * @param reason one lower-case sentence, with parts of the pattern in backticks
 */
public record Remark(Strength strength, String reason) {
  static Remark should(String reason) {
    return new Remark(Strength.SHOULD, reason);
  }
}
