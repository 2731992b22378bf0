// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.ComparisonExpression.Exists;
import org.entente.stix.pattern.ObservationExpression.Observation;
import org.entente.stix.pattern.ObservationExpression.Qualified;
import org.entente.stix.pattern.Qualifier.Repeats;
import org.entente.stix.pattern.Qualifier.StartStop;
import org.entente.stix.pattern.Qualifier.Within;

/** Writes a pattern in one spelling: single spaces, brackets and quotes only where they decide. */
final class PatternPrinter {
  private PatternPrinter() {}

  static String print(ObservationExpression expression) {
    if (expression instanceof Observation observation) {
      return "[" + print(observation.of()) + "]";
    }
    if (expression instanceof Qualified qualified) {
      String of = print(qualified.of());
      String bracketed = qualified.of() instanceof Observation ? of : "(" + of + ")";
      return bracketed
          + qualified.qualifiers().stream()
              .map(qualifier -> " " + print(qualifier))
              .collect(Collectors.joining());
    }
    ObservationExpression.Joined joined = (ObservationExpression.Joined) expression;
    return join(
        joined.operands(),
        joined.operator(),
        operand ->
            operand instanceof ObservationExpression.Joined inner
                && inner.operator().compareTo(joined.operator()) >= 0,
        PatternPrinter::print);
  }

  private static String print(ComparisonExpression expression) {
    if (expression instanceof Comparison comparison) {
      return print(comparison);
    }
    if (expression instanceof Exists exists) {
      return "EXISTS " + exists.path();
    }
    ComparisonExpression.Joined joined = (ComparisonExpression.Joined) expression;
    return join(
        joined.operands(),
        joined.operator(),
        operand ->
            operand instanceof ComparisonExpression.Joined inner
                && inner.operator().compareTo(joined.operator()) >= 0,
        PatternPrinter::print);
  }

  private static <T> String join(
      List<T> operands, Enum<?> operator, Predicate<T> bracketed, Function<T, String> print) {
    return operands.stream()
        .map(
            operand ->
                bracketed.test(operand) ? "(" + print.apply(operand) + ")" : print.apply(operand))
        .collect(Collectors.joining(" " + operator + " "));
  }

  private static String print(Comparison comparison) {
    String values =
        comparison.values().stream().map(Literal::toString).collect(Collectors.joining(", "));
    return comparison.path()
        + (comparison.negated() ? " NOT " : " ")
        + comparison.operator().text()
        + " "
        + (comparison.operator() == ComparisonOperator.IN ? "(" + values + ")" : values);
  }

  static String print(ObjectPath path) {
    StringBuilder text = new StringBuilder(path.type()).append(':');
    boolean first = true;
    for (ObjectPath.Step step : path.steps()) {
      if (step instanceof ObjectPath.Key key) {
        text.append(first ? "" : ".").append(Words.key(key.name()));
      } else if (step instanceof ObjectPath.Index index) {
        text.append('[').append(index.at()).append(']');
      } else {
        text.append("[*]");
      }
      first = false;
    }
    return text.toString();
  }

  /** What is too long for a whole number reads as a fraction alone. */
  private static String seconds(BigDecimal seconds) {
    String text = seconds.toPlainString();
    return seconds.scale() == 0 && text.length() > TokenLimits.WHOLE_DIGITS ? text + ".0" : text;
  }

  private static String print(Qualifier qualifier) {
    if (qualifier instanceof Within within) {
      return "WITHIN " + seconds(within.seconds()) + " SECONDS";
    }
    if (qualifier instanceof Repeats repeats) {
      return "REPEATS " + repeats.times() + " TIMES";
    }
    StartStop interval = (StartStop) qualifier;
    return "START " + interval.start() + " STOP " + interval.stop();
  }
}
