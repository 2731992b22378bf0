// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.Arrays;
import java.util.Optional;
import org.entente.stix.json.scan.JsonText;
import org.jspecify.annotations.Nullable;

/** What an object says of itself, as sent, to name it when it cannot be taken. */
final class SentFacts {
  /** The longest text that is kept; the rest is cut. */
  static final int LONGEST = 256;

  /** In bytes as sent, with every character escaped. */
  static final int LONGEST_BYTES = 6 * LONGEST + 2;

  private static final int LONGEST_NAME = 12;
  private static final String[] NAMES = {"type", "id", "created", "modified", "spec_version"};

  private final @Nullable String[] texts = new @Nullable String[NAMES.length];
  private int awaited = -1;

  void clear() {
    Arrays.fill(texts, null);
    awaited = -1;
  }

  /** A name of the object; the next value is the one it names. */
  void name(Window window, long start, long end, boolean escaped) {
    awaited = -1;
    int length = (int) (end - start) - 2;
    if (!window.holds(start) || (!escaped && length > LONGEST_NAME)) {
      return;
    }
    byte[] bytes = window.bytes();
    int from = window.index(start) + 1;
    String text = escaped ? JsonText.of(bytes, from, from + length, true) : "";
    for (int i = 0; i < NAMES.length && awaited < 0; i++) {
      if (escaped ? text.equals(NAMES[i]) : is(NAMES[i], bytes, from, length)) {
        awaited = i;
      }
    }
  }

  private static boolean is(String name, byte[] bytes, int from, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The value of the last name, when it is a string; the first counts if there are more. */
  void string(Window window, long start, long end, boolean escaped) {
    if (awaited >= 0 && texts[awaited] == null && window.holds(start)) {
      int from = window.index(start) + 1;
      String text = JsonText.of(window.bytes(), from, window.index(end) - 1, escaped);
      texts[awaited] = JsonText.cut(text, LONGEST);
    }
    awaited = -1;
  }

  Optional<String> type() {
    return Optional.ofNullable(texts[0]);
  }

  Optional<String> id() {
    return Optional.ofNullable(texts[1]);
  }

  Optional<String> specVersion() {
    return Optional.ofNullable(texts[4]);
  }

  /** {@code modified}, else {@code created}. */
  Optional<String> version() {
    return Optional.ofNullable(texts[3]).or(() -> Optional.ofNullable(texts[2]));
  }
}
