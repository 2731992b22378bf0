// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.ComparisonExpression.Exists;
import org.entente.stix.pattern.ObservationExpression.Observation;
import org.entente.stix.pattern.ObservationExpression.Qualified;
import org.entente.stix.pattern.grammar.StixPatternParser;
import org.entente.stix.pattern.grammar.StixPatternParser.ComparisonContext;
import org.entente.stix.pattern.grammar.StixPatternParser.ObservationContext;
import org.entente.stix.pattern.grammar.StixPatternParser.PathContext;
import org.entente.stix.pattern.grammar.StixPatternParser.PatternContext;
import org.entente.stix.pattern.grammar.StixPatternParser.QualifiedContext;
import org.entente.stix.pattern.grammar.StixPatternParser.QualifierContext;
import org.entente.stix.pattern.grammar.StixPatternParser.RelationContext;
import org.entente.stix.pattern.grammar.StixPatternParser.StepContext;

/** Makes values of the parser's tree, which is whole and within the limits. */
final class TreeReader {
  /** A path, NOT and a relation. */
  private static final int NEGATED = 3;

  private TreeReader() {}

  static ObservationExpression read(PatternContext tree) {
    return followed(tree.followed());
  }

  private static ObservationExpression followed(StixPatternParser.FollowedContext tree) {
    return observations(
        ObservationOperator.FOLLOWEDBY,
        tree.anyObservation(),
        any ->
            observations(
                ObservationOperator.OR,
                any.allObservations(),
                all ->
                    observations(ObservationOperator.AND, all.qualified(), TreeReader::qualified)));
  }

  private static <T> ObservationExpression observations(
      ObservationOperator operator, List<T> trees, Function<T, ObservationExpression> read) {
    if (trees.size() == 1) {
      return read.apply(trees.get(0));
    }
    return new ObservationExpression.Joined(operator, trees.stream().map(read).toList());
  }

  private static ObservationExpression qualified(QualifiedContext tree) {
    ObservationExpression of = observation(tree.observation());
    List<QualifierContext> qualifiers = tree.qualifier();
    return qualifiers.isEmpty()
        ? of
        : new Qualified(of, qualifiers.stream().map(TreeReader::qualifier).toList());
  }

  private static ObservationExpression observation(ObservationContext tree) {
    return tree.getStart().getType() == StixPatternParser.OPEN
        ? followed(tree.followed())
        : new Observation(comparisons(tree.anyComparison()));
  }

  private static Qualifier qualifier(QualifierContext tree) {
    if (tree.START() != null) {
      return new Qualifier.StartStop(time(tree.TIMESTAMP(0)), time(tree.TIMESTAMP(1)));
    }
    if (tree.REPEATS() != null) {
      return new Qualifier.Repeats(Long.parseLong(tree.COUNT().getText()));
    }
    TerminalNode seconds = tree.COUNT() != null ? tree.COUNT() : tree.FRACTION();
    return new Qualifier.Within(new BigDecimal(seconds.getText()));
  }

  private static Literal.Timestamp time(TerminalNode node) {
    return (Literal.Timestamp) Literals.read(node.getSymbol());
  }

  private static ComparisonExpression comparisons(StixPatternParser.AnyComparisonContext tree) {
    return comparisons(
        BooleanOperator.OR,
        tree.allComparisons(),
        all -> comparisons(BooleanOperator.AND, all.comparison(), TreeReader::comparison));
  }

  private static <T> ComparisonExpression comparisons(
      BooleanOperator operator, List<T> trees, Function<T, ComparisonExpression> read) {
    if (trees.size() == 1) {
      return read.apply(trees.get(0));
    }
    return new ComparisonExpression.Joined(operator, trees.stream().map(read).toList());
  }

  private static ComparisonExpression comparison(ComparisonContext tree) {
    int first = tree.getStart().getType();
    if (first == StixPatternParser.OPEN) {
      return comparisons(tree.anyComparison());
    }
    ObjectPath path = path(tree.path());
    if (first == StixPatternParser.EXISTS) {
      return new Exists(path);
    }
    RelationContext relation = tree.relation();
    boolean not = tree.getChildCount() == NEGATED;
    return new Comparison(path, not, Literals.operator(relation.getStart()), values(relation));
  }

  private static List<Literal> values(RelationContext tree) {
    if (tree.TEXT() != null) {
      return List.of(Literals.read(tree.TEXT().getSymbol()));
    }
    if (tree.ordered() != null) {
      return List.of(Literals.read(tree.ordered().getStart()));
    }
    return tree.literal().stream().map(literal -> Literals.read(literal.getStart())).toList();
  }

  private static ObjectPath path(PathContext tree) {
    List<ObjectPath.Step> steps = new ArrayList<>();
    steps.add(key(tree.key()));
    for (StepContext step : tree.step()) {
      steps.add(step(step));
    }
    return new ObjectPath(tree.getStart().getText(), steps);
  }

  private static ObjectPath.Step step(StepContext tree) {
    if (tree.key() != null) {
      return key(tree.key());
    }
    if (tree.ASTERISK() != null) {
      return new ObjectPath.AnyItem();
    }
    TerminalNode at = tree.COUNT() != null ? tree.COUNT() : tree.NEGATIVE();
    return new ObjectPath.Index(Long.parseLong(at.getText()));
  }

  private static ObjectPath.Key key(StixPatternParser.KeyContext tree) {
    Token token = tree.getStart();
    String text = token.getText();
    return new ObjectPath.Key(
        token.getType() == StixPatternParser.TEXT ? Words.unquoted(text) : text);
  }
}
