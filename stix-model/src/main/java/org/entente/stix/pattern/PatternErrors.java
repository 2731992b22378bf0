// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.grammar.StixPatternParser;

/** Says in words why a text is no pattern. */
final class PatternErrors {
  private static final int SHOWN = 40;

  private PatternErrors() {}

  static Invalid at(Token token, String reason) {
    return new Invalid(token.getStartIndex() + 1, reason);
  }

  /** The parser stands before something that cannot come next. */
  static Invalid unexpected(Parser parser) {
    Token token = parser.getCurrentToken();
    String text = token.getText();
    if (token.getType() == StixPatternParser.NAME && isOperatorInSmall(text)) {
      String capitals = text.toUpperCase(Locale.ROOT);
      return at(token, "operators are written in capitals: `" + capitals + "`");
    }
    String found = token.getType() == Token.EOF ? "the end" : "`" + shortened(text) + "`";
    return at(token, "there is " + found + " where there should be " + expected(parser));
  }

  private static boolean isOperatorInSmall(String text) {
    return Words.isKeyword(text.toUpperCase(Locale.ROOT));
  }

  /**
   * What begins no token.
   *
   * @param pattern the whole text
   * @param token its first character that does not fit
   */
  static Invalid unknown(String pattern, Token token) {
    int at = pattern.offsetByCodePoints(0, token.getStartIndex());
    int found = pattern.codePointAt(at);
    return switch (found) {
      case '\'' -> openText(pattern, at, token);
      case '"', '\u2018', '\u2019', '\u201c', '\u201d' ->
          at(token, "text stands in single, straight quotes: `'`");
      case '/' -> at(token, "a comment has no end, or this is none");
      default ->
          at(
              token,
              String.format(
                  Locale.ROOT, "there is the character U+%04X, which means nothing", found));
    };
  }

  private static Invalid openText(String pattern, int from, Token quote) {
    for (int at = pattern.indexOf('\\', from); at >= 0; at = pattern.indexOf('\\', at + 2)) {
      boolean escapes = at + 1 < pattern.length() && "'\\".indexOf(pattern.charAt(at + 1)) >= 0;
      if (!escapes) {
        int column = pattern.codePointCount(0, at) + 1;
        return new Invalid(column, "a backslash stands only before `'` or `\\`: write it twice");
      }
    }
    return at(quote, "the text that begins here has no end");
  }

  private static String expected(Parser parser) {
    IntervalSet types = parser.getExpectedTokens();
    int rule = parser.getContext().getRuleIndex();
    List<String> words = ExpectedWords.of(types, rule);
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String shortened(String text) {
    int end = Math.min(text.length(), SHOWN);
    return end == text.length() ? text : text.substring(0, end) + "...";
  }
}
