// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entente.stix.type.table.Strength;

/**
 * Reads regular expressions and never matches with them. The standard's are PCRE, of which {@code
 * java.util.regex} knows nearly all (RE2 would refuse what looks ahead or back).
 */
final class Expressions {
  private static final int LONGEST = 4_096;
  private static final int DEEPEST = 50;

  private Expressions() {}

  /** Why an expression cannot be read; nothing is said of those too long or too deep to try. */
  static Optional<Remark> wrong(String expression) {
    if (expression.length() > LONGEST || brackets(expression) > DEEPEST) {
      return Optional.empty();
    }
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException wrong) {
      String at = wrong.getIndex() < 0 ? "" : " at its character " + (wrong.getIndex() + 1);
      return unreadable(at);
    } catch (IllegalArgumentException wrong) {
      return unreadable("");
    }
  }

  /** Never a reason to refuse: it may be PCRE that this JDK does not know. */
  private static Optional<Remark> unreadable(String at) {
    String reason = "the expression of `MATCHES` cannot be read" + at;
    return Optional.of(new Remark(Strength.ADVICE, reason));
  }

  /** How many brackets open, which is at least how deep they nest. */
  private static long brackets(String expression) {
    return expression.chars().filter(c -> c == '(' || c == '[').count();
  }
}
