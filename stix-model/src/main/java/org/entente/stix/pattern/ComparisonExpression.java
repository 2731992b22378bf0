// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.List;
import java.util.stream.Stream;

/** What is compared within one observation (STIX 2.1 §9.6). */
public sealed interface ComparisonExpression {
  /**
   * A property compared with a value.
   *
   * @param path the property
   * @param negated whether {@code NOT} stands before the operator
   * @param operator how it is compared
   * @param values one value; for {@link ComparisonOperator#IN} any number, in order
   */
  record Comparison(
      ObjectPath path, boolean negated, ComparisonOperator operator, List<Literal> values)
      implements ComparisonExpression {
    public Comparison {
      values = List.copyOf(values);
      if (operator != ComparisonOperator.IN && values.size() != 1) {
        throw new IllegalArgumentException(operator + " takes one value");
      }
    }

    /** A property that has a value. */
    public static Comparison equal(ObjectPath path, Literal value) {
      return new Comparison(path, false, ComparisonOperator.EQUAL, List.of(value));
    }
  }

  /**
   * A property that is there.
   *
   * @param path the property
   */
  record Exists(ObjectPath path) implements ComparisonExpression {}

  /**
   * Several, joined by one operator; brackets that decide nothing are undone.
   *
   * @param operator what joins them
   * @param operands at least two, in order
   */
  record Joined(BooleanOperator operator, List<ComparisonExpression> operands)
      implements ComparisonExpression {
    public Joined {
      operands =
          operands.stream()
              .flatMap(
                  operand ->
                      operand instanceof Joined inner && inner.operator == operator
                          ? inner.operands.stream()
                          : Stream.of(operand))
              .toList();
      if (operands.size() < 2) {
        throw new IllegalArgumentException("an operator joins two or more");
      }
    }
  }
}
