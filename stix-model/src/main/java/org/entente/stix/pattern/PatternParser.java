// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.entente.stix.pattern.grammar.StixPatternLexer;
import org.entente.stix.pattern.grammar.StixPatternParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads patterns by the whole grammar of STIX 2.1 §9. A reader is kept and used again, by one
 * thread at a time. Its time grows with the length of the pattern, its stack with the depth that
 * the limits allow.
 */
public final class PatternParser {
  private static final int USUAL_TOKENS = 32;

  private final PatternLimits limits;
  private final StixPatternLexer lexer = new StixPatternLexer(CharStreams.fromString(""));
  private final FirstError firstError = new FirstError();
  private final CommonTokenStream stream = new CommonTokenStream(noTokens());
  private final StixPatternParser parser = new StixPatternParser(stream);

  /**
   * A reader.
   *
   * @param limits what a pattern may measure; a pattern beyond them is invalid
   */
  public PatternParser(PatternLimits limits) {
    this.limits = limits;
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    parser.setErrorHandler(firstError);
    // The grammar decides by one token, for which the quick prediction is exact.
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /**
   * Reads one pattern.
   *
   * @param pattern the text, any text
   */
  public PatternResult parse(String pattern) {
    if (pattern.length() > limits.length()) {
      return new Invalid(
          limits.length() + 1, "it has more than " + limits.length() + " characters");
    }
    lexer.setInputStream(CharStreams.fromString(pattern));
    List<Token> tokens = new ArrayList<>(USUAL_TOKENS);
    Invalid invalid = readTokens(tokens, pattern);
    if (invalid != null) {
      return invalid;
    }
    try {
      begin(new ListTokenSource(tokens));
      return new Parsed(TreeReader.read(parser.pattern()));
    } catch (ParseCancellationException atFirstError) {
      return firstError.error();
    } finally {
      begin(noTokens());
    }
  }

  private void begin(TokenSource tokens) {
    stream.setTokenSource(tokens);
    parser.setTokenStream(stream);
  }

  /** Ends at the first thing that is no token: what follows it is not looked at. */
  private @Nullable Invalid readTokens(List<Token> tokens, String pattern) {
    TokenLimits seen = new TokenLimits(limits.depth());
    Token token;
    do {
      token = lexer.nextToken();
      Invalid invalid =
          token.getType() == StixPatternLexer.UNKNOWN
              ? PatternErrors.unknown(pattern, token)
              : seen.check(token);
      if (invalid != null) {
        return invalid;
      }
      if (!isPassedOver(token)) {
        tokens.add(token);
      }
    } while (token.getType() != Token.EOF);
    return null;
  }

  private static boolean isPassedOver(Token token) {
    return token.getType() == StixPatternLexer.SPACE || token.getType() == StixPatternLexer.COMMENT;
  }

  private static TokenSource noTokens() {
    return new ListTokenSource(List.of());
  }
}
