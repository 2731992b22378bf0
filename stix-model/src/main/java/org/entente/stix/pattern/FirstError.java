// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.entente.stix.pattern.PatternResult.Invalid;

/** Ends reading where the first error is, and says it while the parser still stands there. */
final class FirstError extends BailErrorStrategy {
  private Invalid error = new Invalid(1, "nothing was read");

  /** Why the last pattern that was not read to its end is none. */
  Invalid error() {
    return error;
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw end(recognizer);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw end(recognizer);
  }

  private ParseCancellationException end(Parser parser) {
    error = PatternErrors.unexpected(parser);
    return new ParseCancellationException();
  }
}
