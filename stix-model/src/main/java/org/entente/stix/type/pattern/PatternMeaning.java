// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixTimestamp;
import org.entente.stix.pattern.ComparisonExpression;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.ComparisonExpression.Exists;
import org.entente.stix.pattern.Literal;
import org.entente.stix.pattern.ObservationExpression;
import org.entente.stix.pattern.ObservationExpression.Observation;
import org.entente.stix.pattern.ObservationExpression.Qualified;
import org.entente.stix.pattern.Qualifier;
import org.entente.stix.type.table.StixTable;

/**
 * Says where a pattern can be read and yet means nothing (STIX 2.1 §9): a path that leads nowhere,
 * a value of another kind than the property, a time that ends before it begins. May be shared by
 * threads.
 */
public final class PatternMeaning {
  private static final int MOST = 20;

  private final Paths paths;

  /**
   * A check.
   *
   * @param table the types and properties that paths may lead through
   */
  public PatternMeaning(StixTable table) {
    paths = new Paths(table);
  }

  /**
   * Checks one pattern.
   *
   * @param expression the pattern
   * @return each thing once, in the order of the pattern, twenty at most
   */
  public List<Remark> check(ObservationExpression expression) {
    Set<Remark> found = new LinkedHashSet<>();
    observations(expression, found);
    return found.stream().limit(MOST).toList();
  }

  private void observations(ObservationExpression expression, Set<Remark> found) {
    if (expression instanceof Observation observation) {
      comparisons(observation.of(), found);
    } else if (expression instanceof Qualified qualified) {
      observations(qualified.of(), found);
      qualified.qualifiers().forEach(qualifier -> qualifier(qualifier, found));
    } else {
      var joined = (ObservationExpression.Joined) expression;
      joined.operands().forEach(operand -> observations(operand, found));
    }
  }

  private void comparisons(ComparisonExpression expression, Set<Remark> found) {
    if (found.size() >= MOST) {
      return;
    }
    if (expression instanceof Comparison comparison) {
      Leaf leaf = paths.follow(comparison.path());
      leaf.wrong()
          .map(Remark::should)
          .ifPresentOrElse(found::add, () -> found.addAll(Values.check(comparison, leaf)));
    } else if (expression instanceof Exists exists) {
      paths.follow(exists.path()).wrong().map(Remark::should).ifPresent(found::add);
    } else {
      var joined = (ComparisonExpression.Joined) expression;
      joined.operands().forEach(operand -> comparisons(operand, found));
    }
  }

  private static void qualifier(Qualifier qualifier, Set<Remark> found) {
    if (qualifier instanceof Qualifier.Within within) {
      if (within.seconds().signum() == 0) {
        found.add(Remark.should("`WITHIN` needs a time of more than 0 seconds"));
      }
    } else if (qualifier instanceof Qualifier.Repeats repeats) {
      if (repeats.times() == 0) {
        found.add(Remark.should("`REPEATS` needs a count of 1 or more"));
      }
    } else {
      interval((Qualifier.StartStop) qualifier, found);
    }
  }

  private static void interval(Qualifier.StartStop interval, Set<Remark> found) {
    Optional<StixTimestamp> start = StixTimestamp.parse(interval.start().text());
    Optional<StixTimestamp> stop = StixTimestamp.parse(interval.stop().text());
    if (start.isEmpty() || stop.isEmpty()) {
      Literal.Timestamp wrong = start.isEmpty() ? interval.start() : interval.stop();
      found.add(Values.noTime(wrong));
    } else if (!stop.get().instant().isAfter(start.get().instant())) {
      String reason =
          "`STOP " + interval.stop() + "` is not after `START " + interval.start() + "`";
      found.add(Remark.should(reason));
    }
  }
}
