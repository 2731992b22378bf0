// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.entente.stix.pattern.grammar.StixPatternParser;

/** Names what may come next, as somebody who writes patterns would. */
final class ExpectedWords {
  private ExpectedWords() {}

  /**
   * The words, each for one or more kinds of token.
   *
   * @param types the kinds that may come
   * @param rule the rule of the grammar that is being read
   */
  static List<String> of(IntervalSet types, int rule) {
    List<String> words = new ArrayList<>();
    if (types.contains(StixPatternParser.HYPHENATED_NAME)) {
      words.add("an object path such as `file:name`");
    } else if (types.contains(StixPatternParser.HEX)) {
      words.add("a value");
    } else if (types.contains(StixPatternParser.EQUAL)) {
      words.add("a comparison operator");
    } else if (types.contains(StixPatternParser.NAME)) {
      words.add("a property's name");
    } else if (types.contains(StixPatternParser.OPEN_SQUARE)
        && types.contains(StixPatternParser.OPEN)) {
      words.add("an observation in `[` and `]`");
    } else {
      addSingly(types, rule, words);
    }
    return words;
  }

  private static void addSingly(IntervalSet types, int rule, List<String> words) {
    words.addAll(operatorsBefore(types, rule));
    for (int type : types.toList()) {
      words.add(word(type));
    }
  }

  /** Where brackets close the grammar names them alone: it has left the loops over operators. */
  private static List<String> operatorsBefore(IntervalSet types, int rule) {
    boolean round = types.contains(StixPatternParser.CLOSE);
    if (rule == StixPatternParser.RULE_observation) {
      return round ? List.of("`AND`", "`OR`", "`FOLLOWEDBY`") : List.of("`AND`", "`OR`");
    }
    boolean comparison = rule == StixPatternParser.RULE_comparison;
    return comparison && round ? List.of("`AND`", "`OR`") : List.of();
  }

  private static String word(int type) {
    return switch (type) {
      case Token.EOF -> "an observation operator, a qualifier or the end";
      case StixPatternParser.TEXT -> "a text in single quotes";
      case StixPatternParser.TIMESTAMP -> "a time such as `t'2020-01-01T00:00:00Z'`";
      case StixPatternParser.COUNT -> "a whole number without sign";
      case StixPatternParser.FRACTION -> "a number with a point";
      case StixPatternParser.NEGATIVE -> "a negative number";
      default -> {
        String literal = StixPatternParser.VOCABULARY.getLiteralName(type);
        yield literal == null
            ? StixPatternParser.VOCABULARY.getDisplayName(type)
            : "`" + literal.substring(1, literal.length() - 1) + "`";
      }
    };
  }
}
