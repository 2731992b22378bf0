// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.type.table.StixRule;

/**
 * One way in which an object is not as the standard wants it.
 *
 * @param type the object's type as sent, or empty
 * @param property the property that it is about, or empty
 * @param rule the rule that is broken
 * @param level what it means for the object
 * @param section where the standard says so, {@code §4.7}
 * @param pointer where, as a JSON pointer (RFC 6901) from the object; empty for the object itself
 * @param reason one lower-case sentence, with what was sent in backticks
 */
public record Finding(
    String type,
    String property,
    StixRule rule,
    Level level,
    String section,
    String pointer,
    String reason) {

  /** Whether the object is refused for it. */
  public boolean isError() {
    return level == Level.ERROR;
  }

  Finding at(Level other) {
    return new Finding(type, property, rule, other, section, pointer, reason);
  }

  /** The pointer, the reason and the rule, as people read them. */
  @Override
  public String toString() {
    String where = pointer.isEmpty() ? "" : pointer + ": ";
    return where + reason + " (" + rule + ")";
  }
}
