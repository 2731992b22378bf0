// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

/**
 * The bounds of a number, both inclusive.
 *
 * @param min the least
 * @param max the greatest, {@link Long#MAX_VALUE} when there is none
 */
public record Range(long min, long max) {
  static Range of(String text) {
    int dots = text.indexOf("..");
    String last = text.substring(dots + 2);
    return new Range(
        Long.parseLong(text.substring(0, dots)),
        last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
  }

  /** As people read it. */
  @Override
  public String toString() {
    return max == Long.MAX_VALUE ? min + " or more" : min + " to " + max;
  }
}
