// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.stix.pattern.grammar.StixPatternLexer;

/** How names and text stand in a pattern (STIX 2.1 §9.4, §9.7). */
final class Words {
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Set<String> KEYWORDS =
      IntStream.rangeClosed(StixPatternLexer.AND, StixPatternLexer.FALSE)
          .mapToObj(StixPatternLexer.VOCABULARY::getLiteralName)
          .map(quoted -> quoted.substring(1, quoted.length() - 1))
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  static String key(String name) {
    return PLAIN.matcher(name).matches() && !isKeyword(name) ? name : quoted(name);
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /**
   * Takes the quotes and the escapes from a text as written.
   *
   * @param written the text with its quotes
   */
  static String unquoted(String written) {
    int slash = written.indexOf('\\');
    int end = written.length() - 1;
    if (slash < 0) {
      return written.substring(1, end);
    }
    StringBuilder text = new StringBuilder(written.length());
    int from = 1;
    while (slash >= 0) {
      text.append(written, from, slash);
      from = slash + 1;
      slash = written.indexOf('\\', from + 1);
    }
    return text.append(written, from, end).toString();
  }

  static void require(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form of such a literal: " + text);
    }
  }
}
