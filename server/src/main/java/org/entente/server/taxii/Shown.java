// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

/** Input as it may stand in a sentence: in backticks, cut, nothing that does not print. */
public final class Shown {
  private static final int MAX = 60;

  private Shown() {}

  /** The text in backticks. */
  public static String of(String input) {
    StringBuilder shown = new StringBuilder("`");
    for (int i = 0; i < Math.min(input.length(), MAX); i++) {
      char c = input.charAt(i);
      shown.append(c < ' ' || c > '~' || c == '`' ? '?' : c);
    }
    return shown.append(input.length() > MAX ? "…`" : "`").toString();
  }
}
