// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.List;

/**
 * One reason why an object cannot be stored.
 *
 * @param rule the rule that it breaks
 * @param pointer where, as a JSON pointer (RFC 6901) from the object; empty for the object itself
 * @param property the top-level property it is about, or empty
 * @param reason one lower-case sentence, with what was sent in backticks
 */
public record Problem(Rule rule, String pointer, String property, String reason) {
  /** A problem of the object as a whole. */
  static Problem whole(Rule rule, String reason) {
    return new Problem(rule, "", "", reason);
  }

  /** The object is larger than so many bytes. */
  static Problem tooLarge(int bytes) {
    return whole(Rule.TOO_LARGE, "the object is larger than " + bytes + " bytes");
  }

  /** A problem at the end of a path of names and indexes. */
  static Problem at(Rule rule, List<String> path, String reason) {
    String property = path.isEmpty() ? "" : path.get(0);
    return new Problem(rule, PointerFinder.pointer(path), property, reason);
  }

  /** The pointer and the reason, as people read them. */
  @Override
  public String toString() {
    return pointer.isEmpty() ? reason : pointer + ": " + reason;
  }
}
