// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.util.regex.Pattern;

/** Takes back what people do to addresses so that nobody follows them by mistake. */
final class Refang {
  private static final Pattern SCHEME = Pattern.compile("^(?i)(h[tx]{2}p(s?)|fxp)(?=\\W)");
  private static final Pattern COLON = Pattern.compile("\\[:\\]|\\[:(//)\\]");
  private static final Pattern DOT =
      Pattern.compile("(?i)\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)|\\{dot\\}");
  private static final Pattern AT = Pattern.compile("(?i)\\[@\\]|\\(@\\)|\\[at\\]|\\(at\\)");

  private Refang() {}

  static String refang(String text) {
    String plain = text;
    if (text.indexOf('[') >= 0 || text.indexOf('(') >= 0 || text.indexOf('{') >= 0) {
      plain = DOT.matcher(plain).replaceAll(".");
      plain = AT.matcher(plain).replaceAll("@");
      plain = plain.replace("[://]", "://");
      plain = COLON.matcher(plain).replaceAll(":$1");
    }
    return SCHEME
        .matcher(plain)
        .replaceFirst(
            match ->
                match.group(1).equalsIgnoreCase("fxp") ? "ftp" : "http" + secure(match.group(2)));
  }

  private static String secure(String letter) {
    return letter.toLowerCase(java.util.Locale.ROOT);
  }
}
