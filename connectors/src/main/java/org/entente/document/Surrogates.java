// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

/** Halves of characters without their other half: no text has them, and no file can keep them. */
final class Surrogates {
  private Surrogates() {}

  /** Where the first half stands alone; -1 in a text. */
  static int lone(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** The text, unless it has such a half. */
  static String checked(String text, int line) throws UnreadableException {
    if (lone(text) >= 0) {
      throw new UnreadableException(line, "half a character");
    }
    return text;
  }
}
