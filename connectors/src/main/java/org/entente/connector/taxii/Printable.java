// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

/** Makes what a server said fit for a terminal and a log line. */
final class Printable {
  private Printable() {}

  /** Cuts the text at a number of characters and takes control characters out. */
  static String of(String text, int max) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), max) + 1);
    text.codePoints()
        .limit(max)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    if (text.codePointCount(0, text.length()) > max) {
      out.append('…');
    }
    return out.toString();
  }
}
