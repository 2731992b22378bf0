// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.math.BigDecimal;
import org.antlr.v4.runtime.Token;
import org.entente.stix.pattern.grammar.StixPatternParser;

/** Makes values of single tokens. */
final class Literals {
  private Literals() {}

  static Literal read(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case StixPatternParser.TEXT -> new Literal.Text(Words.unquoted(text));
      case StixPatternParser.COUNT, StixPatternParser.NEGATIVE ->
          new Literal.Whole(Long.parseLong(text));
      case StixPatternParser.FRACTION, StixPatternParser.NEGATIVE_FRACTION ->
          new Literal.Fraction(new BigDecimal(text));
      case StixPatternParser.TRUE -> new Literal.Truth(true);
      case StixPatternParser.FALSE -> new Literal.Truth(false);
      case StixPatternParser.HEX -> new Literal.Hex(inner(text));
      case StixPatternParser.BINARY -> new Literal.Binary(inner(text));
      case StixPatternParser.TIMESTAMP -> new Literal.Timestamp(inner(text));
      default -> throw new IllegalStateException("no literal: " + token);
    };
  }

  private static String inner(String text) {
    return text.substring(2, text.length() - 1);
  }

  static ComparisonOperator operator(Token token) {
    return switch (token.getType()) {
      case StixPatternParser.EQUAL -> ComparisonOperator.EQUAL;
      case StixPatternParser.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case StixPatternParser.LESS -> ComparisonOperator.LESS;
      case StixPatternParser.LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case StixPatternParser.GREATER -> ComparisonOperator.GREATER;
      case StixPatternParser.GREATER_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      case StixPatternParser.IN -> ComparisonOperator.IN;
      case StixPatternParser.LIKE -> ComparisonOperator.LIKE;
      case StixPatternParser.MATCHES -> ComparisonOperator.MATCHES;
      case StixPatternParser.ISSUBSET -> ComparisonOperator.ISSUBSET;
      case StixPatternParser.ISSUPERSET -> ComparisonOperator.ISSUPERSET;
      default -> throw new IllegalStateException("no operator: " + token);
    };
  }
}
