// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import org.antlr.v4.runtime.Token;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.grammar.StixPatternLexer;
import org.jspecify.annotations.Nullable;

/** Holds the tokens of one pattern to what the parser may see. */
final class TokenLimits {
  /** So that a whole number fits a {@code long}. */
  static final int WHOLE_DIGITS = 18;

  private static final int FRACTION_DIGITS = 100;

  private final int maxDepth;
  private int depth;
  private int numberEnd = -1;

  TokenLimits(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  @Nullable Invalid check(Token token) {
    return switch (token.getType()) {
      case StixPatternLexer.OPEN, StixPatternLexer.OPEN_SQUARE -> open(token);
      case StixPatternLexer.CLOSE, StixPatternLexer.CLOSE_SQUARE -> {
        depth--;
        yield null;
      }
      case StixPatternLexer.COUNT, StixPatternLexer.NEGATIVE -> number(token, WHOLE_DIGITS);
      case StixPatternLexer.FRACTION, StixPatternLexer.NEGATIVE_FRACTION ->
          number(token, FRACTION_DIGITS);
      default -> null;
    };
  }

  private @Nullable Invalid open(Token token) {
    depth++;
    return depth <= maxDepth
        ? null
        : PatternErrors.at(token, "brackets within brackets are more than " + maxDepth + " deep");
  }

  /** Many zeros would otherwise each be a number, and each be read to the end of all of them. */
  private @Nullable Invalid number(Token token, int maxDigits) {
    boolean digitsGoOn = token.getStartIndex() == numberEnd + 1 && numberEnd >= 0;
    numberEnd = token.getStopIndex();
    if (digitsGoOn) {
      return PatternErrors.at(token, "a number goes on behind its end, such as behind a leading 0");
    }
    int length = token.getStopIndex() - token.getStartIndex() + 1;
    return length <= maxDigits
        ? null
        : PatternErrors.at(token, "a number has more than " + maxDigits + " characters");
  }
}
