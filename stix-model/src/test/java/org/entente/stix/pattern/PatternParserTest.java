// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.ComparisonExpression.Exists;
import org.entente.stix.pattern.ObjectPath.AnyItem;
import org.entente.stix.pattern.ObservationExpression.Observation;
import org.entente.stix.pattern.ObservationExpression.Qualified;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternParserTest {
  private final PatternParser parser = new PatternParser(PatternLimits.DEFAULT);

  @Test
  void parse_oneComparison_givesItsParts() {
    assertThat(parsed("[file:hashes.'SHA-256' NOT = 'ab\\'c\\\\']"))
        .isEqualTo(
            new Observation(
                new Comparison(
                    ObjectPath.of("file", "hashes", "SHA-256"),
                    true,
                    ComparisonOperator.EQUAL,
                    List.of(new Literal.Text("ab'c\\")))));
  }

  @Test
  void parse_listSteps_givesIndexesAndAnyItem() {
    Observation observation = (Observation) parsed("[EXISTS x-a:b[0].c[*].d[-1]]");
    assertThat(((Exists) observation.of()).path().steps())
        .containsExactly(
            new ObjectPath.Key("b"),
            new ObjectPath.Index(0),
            new ObjectPath.Key("c"),
            new AnyItem(),
            new ObjectPath.Key("d"),
            new ObjectPath.Index(-1));
  }

  @Test
  void parse_eachKindOfLiteral_givesItsValue() {
    assertThat(values("(1, +2, -3, .5, -1.50, 'x', true, false, h'0aF0', b'YQ==', b'YWJj')"))
        .containsExactly(
            new Literal.Whole(1),
            new Literal.Whole(2),
            new Literal.Whole(-3),
            new Literal.Fraction(new BigDecimal("0.5")),
            new Literal.Fraction(new BigDecimal("-1.5")),
            new Literal.Text("x"),
            new Literal.Truth(true),
            new Literal.Truth(false),
            new Literal.Hex("0af0"),
            new Literal.Binary("YQ=="),
            new Literal.Binary("YWJj"));
    assertThat(values("(t'2020-02-29T23:59:60.123Z')"))
        .containsExactly(new Literal.Timestamp("2020-02-29T23:59:60.123Z"));
    assertThat(values("()")).isEmpty();
  }

  @Test
  void parse_observationOperators_bindAndThenOrThenFollowedBy() {
    assertThat(parsed("[a:b=1] FOLLOWEDBY [a:b=2] OR [a:b=3] AND [a:b=4]"))
        .isEqualTo(parsed("[a:b=1] FOLLOWEDBY ([a:b=2] OR ([a:b=3] AND [a:b=4]))"))
        .isNotEqualTo(parsed("([a:b=1] FOLLOWEDBY [a:b=2]) OR [a:b=3] AND [a:b=4]"));
  }

  @Test
  void parse_comparisonOperators_bindAndThenOr() {
    assertThat(parsed("[a:b=1 OR a:b=2 AND a:b=3]"))
        .isEqualTo(parsed("[a:b=1 OR (a:b=2 AND a:b=3)]"))
        .isNotEqualTo(parsed("[(a:b=1 OR a:b=2) AND a:b=3]"));
  }

  @Test
  void parse_qualifiers_bindToTheObservationBeforeThem() {
    ObservationExpression.Joined joined =
        (ObservationExpression.Joined)
            parsed(
                "[a:b=1] AND [a:b=2] REPEATS 5 TIMES WITHIN 1.5 SECONDS"
                    + " START t'2020-01-01T00:00:00Z' STOP t'2020-01-02T00:00:00Z'");
    assertThat(((Qualified) joined.operands().get(1)).qualifiers())
        .containsExactly(
            new Qualifier.Repeats(5),
            new Qualifier.Within(new BigDecimal("1.5")),
            new Qualifier.StartStop(
                new Literal.Timestamp("2020-01-01T00:00:00Z"),
                new Literal.Timestamp("2020-01-02T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:b>=1]/* why */ AND [a:c<>2] // to the end",
        "\n[\ta:b\u00a0==\r\n1\u3000]\u2003",
        "([a:b LIKE '%x_'])",
        "[a:b MATCHES '^\\\\d+$']",
        "[ipv4-addr:value ISSUBSET '198.51.100.0/24']",
        "[ipv4-addr:value NOT ISSUPERSET '198.51.100.0/24']",
        "[a:'b c'.d = 'two\nlines']",
        "[a:in = 1 AND a:t = 'x' AND a:LAST = 2]",
        "[_a:_b = '\ud83d\ude00']"
      })
  void parse_whatTheGrammarAllows_isAPattern(String pattern) {
    assertThat(parser.parse(pattern)).isInstanceOf(Parsed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                 | 1  | there is the end where there should be an observation in `[` and `]`",
        "[a:b=1               | 7  | there is the end where there should be `AND`, `OR` or `]`",
        "[a:b=1]]             | 8  | there is `]` where there should be an observation operator, a qualifier or the end",
        "([a:b=1]             | 9  | there is the end where there should be `AND`, `OR`, `FOLLOWEDBY` or `)`",
        "[a:b=1 and a:c=2]    | 8  | operators are written in capitals: `AND`",
        "[a:b 'x']            | 6  | there is `'x'` where there should be a comparison operator",
        "[a:b = ]             | 8  | there is `]` where there should be a value",
        "[a:b > true]         | 8  | there is `true` where there should be a value",
        "[a:b LIKE 1]         | 11 | there is `1` where there should be a text in single quotes",
        "[a-b = 1]            | 6  | there is `=` where there should be `:`",
        "[a:b-c = 1]          | 4  | there is `b-c` where there should be a property's name",
        "[a:b[x] = 1]         | 6  | there is `x` where there should be `*`, a whole number without sign or a negative number",
        "[a:b IN (1, ) ]      | 13 | there is `)` where there should be a value",
        "[a:b = 'x]           | 8  | the text that begins here has no end",
        "[a:b = '\\\\ \\d']     | 12 | a backslash stands only before `'` or `\\`: write it twice",
        "[a:b = ”x”]          | 8  | text stands in single, straight quotes: `'`",
        "[a:b = 1] /* x       | 11 | a comment has no end, or this is none",
        "[a:b = $]            | 8  | there is the character U+0024, which means nothing",
        "[a:b = 007]          | 9  | a number goes on behind its end, such as behind a leading 0",
        "[a:b = h'abc']       | 8  | there is `h` where there should be a value",
        "[a:b = b'YWJ']       | 8  | there is `b` where there should be a value",
        "[a:b = t'2020-13-01T00:00:00Z'] | 8 | there is `t` where there should be a value",
        "[a:b=1] WITHIN -1 SECONDS       | 16 | there is `-1` where there should be a whole number without sign or a number with a point",
        "[a:b=1] START 'x' STOP 'y'      | 15 | there is `'x'` where there should be a time such as `t'2020-01-01T00:00:00Z'`",
        "[NOT a:b = 1]        | 2  | there is `NOT` where there should be an object path such as `file:name`"
      })
  void parse_whatIsNone_isInvalidWithColumnAndReason(String pattern, int column, String reason) {
    assertThat(parser.parse(pattern)).isEqualTo(new Invalid(column, reason));
  }

  @Test
  void parse_afterAnInvalidOne_readsTheNext() {
    assertThat(parser.parse("[a:b = ")).isInstanceOf(Invalid.class);
    assertThat(parser.parse("[a:b = 1]")).isInstanceOf(Parsed.class);
  }

  @Test
  void parse_columns_countCharactersNotHalves() {
    assertThat(parser.parse("[a:b = '\ud83d\ude00' x]"))
        .isEqualTo(new Invalid(12, "there is `x` where there should be `AND`, `OR` or `]`"));
  }

  @Test
  void parse_lengthAtAndBeyondTheLimit_isAPatternAndInvalid() {
    PatternParser narrow = new PatternParser(new PatternLimits(9, 32));
    assertThat(narrow.parse("[a:b = 1]")).isInstanceOf(Parsed.class);
    assertThat(narrow.parse("[a:b = 12]"))
        .isEqualTo(new Invalid(10, "it has more than 9 characters"));
  }

  @Test
  void parse_depthAtAndBeyondTheLimit_isAPatternAndInvalid() {
    PatternParser narrow = new PatternParser(new PatternLimits(1_000, 3));
    assertThat(narrow.parse("(([a:b = 1]))")).isInstanceOf(Parsed.class);
    assertThat(narrow.parse("((([a:b = 1])))"))
        .isEqualTo(new Invalid(4, "brackets within brackets are more than 3 deep"));
  }

  @Test
  void parse_numbersBeyondTheLimits_areInvalid() {
    assertThat(parser.parse("[a:b = 1234567890123456789]"))
        .isEqualTo(new Invalid(8, "a number has more than 18 characters"));
    assertThat(parser.parse("[a:b = 0." + "1".repeat(99) + "]"))
        .isEqualTo(new Invalid(8, "a number has more than 100 characters"));
  }

  @Test
  void parse_aLongChain_doesNotNest() {
    String many = "[" + "a:b=1 OR ".repeat(7_000) + "a:b=1]" + " REPEATS 2 TIMES".repeat(100);
    Qualified qualified = (Qualified) parsed(many);
    Observation observation = (Observation) qualified.of();
    assertThat(((ComparisonExpression.Joined) observation.of()).operands()).hasSize(7_001);
  }

  private List<Literal> values(String set) {
    Observation observation = (Observation) parsed("[a:b IN " + set + "]");
    return ((Comparison) observation.of()).values();
  }

  private ObservationExpression parsed(String pattern) {
    return ((Parsed) parser.parse(pattern)).expression();
  }
}
