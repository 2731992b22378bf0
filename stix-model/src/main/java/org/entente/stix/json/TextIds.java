// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;

/** The identifiers that stand within text, in order, up to one more than a limit. */
final class TextIds {
  private static final int UUID_LENGTH = 36;
  private static final int FIRST_HYPHEN = 8;
  private static final int LONGEST_TYPE = 250;

  private final Set<StixId> found = new LinkedHashSet<>();
  private final int limit;

  TextIds(int limit) {
    this.limit = limit;
  }

  Set<StixId> found() {
    return found;
  }

  /** Looks for {@code type--UUID}, in whatever case, between any other characters. */
  void find(char[] text, int from, int to) {
    int first = from;
    int last = to - UUID_LENGTH - 2;
    for (int at = from + 1; at <= last; at++) {
      if (text[at] == '-'
          && text[at + 1] == '-'
          && text[at + 2 + FIRST_HYPHEN] == '-'
          && found.size() <= limit) {
        int end = at + 2 + UUID_LENGTH;
        Optional<StixId> id = id(text, typeBefore(text, first, at), end);
        if (id.isPresent()) {
          found.add(id.get());
          first = end;
          at = end - 1;
        }
      }
    }
  }

  private static Optional<StixId> id(char[] text, int from, int to) {
    return StixId.parse(new String(text, from, to - from).toLowerCase(Locale.ROOT));
  }

  private static int typeBefore(char[] text, int from, int end) {
    int first = Math.max(from, end - LONGEST_TYPE);
    int at = end;
    while (at > first
        && isTypeCharacter(text[at - 1])
        && !(text[at - 1] == '-' && text[at] == '-')) {
      at--;
    }
    while (at < end && !isLetter(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isTypeCharacter(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
