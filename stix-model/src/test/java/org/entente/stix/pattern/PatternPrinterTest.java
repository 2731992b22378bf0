// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternPrinterTest {
  private final PatternParser parser = new PatternParser(PatternLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[ a:b==1 ]                     | [a:b = 1]",
        "[a:'b'.'c d'.'in'.'IN'<>'x']   | [a:b.'c d'.in.'IN' != 'x']",
        "[a:b IN('x','y')]              | [a:b IN ('x', 'y')]",
        "[a:b IN ()]                    | [a:b IN ()]",
        "[a:b = +1 OR a:b = 1.50]       | [a:b = 1 OR a:b = 1.5]",
        "[a:b = .0 OR a:b = 10.0]       | [a:b = 0.0 OR a:b = 10.0]",
        "[a:b = h'AB']                  | [a:b = h'ab']",
        "[a:b = '\\\\\\'']              | [a:b = '\\\\\\'']",
        "[(a:b=1 AND a:c=2) OR a:d=3]   | [a:b = 1 AND a:c = 2 OR a:d = 3]",
        "[a:b=1 AND (a:c=2 OR a:d=3)]   | [a:b = 1 AND (a:c = 2 OR a:d = 3)]",
        "[a:b=1 OR (a:c=2 OR a:d=3)]    | [a:b = 1 OR a:c = 2 OR a:d = 3]",
        "(([a:b=1]))                    | [a:b = 1]",
        "([a:b=1] AND [a:b=2]) OR [a:b=3] | [a:b = 1] AND [a:b = 2] OR [a:b = 3]",
        "([a:b=1] OR [a:b=2]) AND [a:b=3] | ([a:b = 1] OR [a:b = 2]) AND [a:b = 3]",
        "([a:b=1] FOLLOWEDBY [a:b=2]) FOLLOWEDBY [a:b=3] | ([a:b = 1] FOLLOWEDBY [a:b = 2]) FOLLOWEDBY [a:b = 3]",
        "([a:b=1]) WITHIN 300 SECONDS   | [a:b = 1] WITHIN 300 SECONDS",
        "([a:b=1] OR [a:b=2])REPEATS 2 TIMES | ([a:b = 1] OR [a:b = 2]) REPEATS 2 TIMES",
        "([a:b=1] WITHIN 1.0 SECONDS) REPEATS 2 TIMES | [a:b = 1] WITHIN 1 SECONDS REPEATS 2 TIMES",
        "[EXISTS a:b[*].c]              | [EXISTS a:b[*].c]",
        "([a:b = 1]) WITHIN 3001111111111111111.0 SECONDS|[a:b = 1] WITHIN 3001111111111111111.0 SECONDS",
      })
  void print_aPattern_isCanonicalAndSaysTheSame(String pattern, String canonical) {
    ObservationExpression expression = parsed(pattern);
    assertThat(expression).hasToString(canonical);
    assertThat(parsed(canonical)).isEqualTo(expression);
  }

  @Test
  void print_whatWasMadeByHand_escapes() {
    Comparison comparison =
        Comparison.equal(
            ObjectPath.of("windows-registry-key", "key"), new Literal.Text("HKCU\\it's"));
    assertThat(new ObservationExpression.Observation(comparison))
        .hasToString("[windows-registry-key:key = 'HKCU\\\\it\\'s']");
  }

  @Test
  void path_thatNoPatternCanHave_isRefused() {
    assertThatThrownBy(() -> ObjectPath.of("a b", "c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ObjectPath.of("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ObjectPath("a", List.of(new ObjectPath.AnyItem())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ObservationExpression parsed(String pattern) {
    return ((Parsed) parser.parse(pattern)).expression();
  }
}
