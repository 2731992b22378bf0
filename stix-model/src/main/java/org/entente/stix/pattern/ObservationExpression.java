// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.List;
import java.util.stream.Stream;

/** What must be seen (STIX 2.1 §9.2, §9.5); its {@code toString} is the canonical pattern. */
public sealed interface ObservationExpression {
  /** The canonical text of the pattern. */
  @Override
  String toString();

  /**
   * One observation: something with these properties is seen.
   *
   * @param of what is compared
   */
  record Observation(ComparisonExpression of) implements ObservationExpression {
    @Override
    public String toString() {
      return PatternPrinter.print(this);
    }
  }

  /**
   * Several, joined by one operator; brackets that decide nothing are undone.
   *
   * @param operator what joins them
   * @param operands at least two, in order
   */
  record Joined(ObservationOperator operator, List<ObservationExpression> operands)
      implements ObservationExpression {
    public Joined {
      operands =
          operands.stream()
              .flatMap(
                  operand ->
                      operand instanceof Joined inner && mayUnfold(operator, inner.operator)
                          ? inner.operands.stream()
                          : Stream.of(operand))
              .toList();
      if (operands.size() < 2) {
        throw new IllegalArgumentException("an operator joins two or more");
      }
    }

    /** {@code (a FOLLOWEDBY b) FOLLOWEDBY c} asks for less than its brackets moved. */
    private static boolean mayUnfold(ObservationOperator outer, ObservationOperator inner) {
      return outer == inner && outer != ObservationOperator.FOLLOWEDBY;
    }

    @Override
    public String toString() {
      return PatternPrinter.print(this);
    }
  }

  /**
   * One that is narrowed.
   *
   * @param of what is narrowed
   * @param qualifiers at least one, in order: each holds for what the ones before it leave
   */
  record Qualified(ObservationExpression of, List<Qualifier> qualifiers)
      implements ObservationExpression {
    public Qualified {
      if (of instanceof Qualified inner) {
        qualifiers = Stream.concat(inner.qualifiers.stream(), qualifiers.stream()).toList();
        of = inner.of;
      }
      qualifiers = List.copyOf(qualifiers);
      if (qualifiers.isEmpty()) {
        throw new IllegalArgumentException("no qualifier");
      }
    }

    @Override
    public String toString() {
      return PatternPrinter.print(this);
    }
  }
}
