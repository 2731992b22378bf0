// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import java.nio.charset.StandardCharsets;

/** The characters of a string whose grammar has been checked already. */
public final class JsonText {
  private JsonText() {}

  /**
   * Reads a string without its quotes.
   *
   * @param bytes holds it
   * @param from the first byte after the opening quote
   * @param to the closing quote
   * @param escaped whether there is a backslash in it
   */
  public static String of(byte[] bytes, int from, int to, boolean escaped) {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return escaped ? unescape(raw) : raw;
  }

  /** The text, or as much of its beginning as is not longer than a limit, in whole characters. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, split ? longest - 1 : longest);
  }

  private static String unescape(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    int slash = raw.indexOf('\\');
    while (slash >= 0) {
      text.append(raw, at, slash);
      char kind = raw.charAt(slash + 1);
      at = slash + 2;
      if (kind == 'u') {
        text.append((char) Integer.parseInt(raw, at, at + 4, 16));
        at += 4;
      } else {
        text.append(plain(kind));
      }
      slash = raw.indexOf('\\', at);
    }
    return text.append(raw, at, raw.length()).toString();
  }

  private static char plain(char kind) {
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }
}
