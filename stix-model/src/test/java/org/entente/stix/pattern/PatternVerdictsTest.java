// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.entente.stix.Lines;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our verdicts beside those of the standard's own validator, which were recorded. */
class PatternVerdictsTest {
  private static final String OTHERWISE = " ## ";

  private final PatternParser parser = new PatternParser(PatternLimits.DEFAULT);

  private static Stream<String> verdicts() {
    return Lines.of(PatternVerdictsTest.class, "verdicts.txt").stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void parse_whatTheOtherValidatorRead_saysTheSameOrTheReason(String line) {
    int end = line.indexOf(OTHERWISE);
    String verdict = line.substring(0, line.indexOf(' '));
    String pattern = line.substring(verdict.length() + 1, end < 0 ? line.length() : end);
    boolean accepted = parser.parse(pattern) instanceof Parsed;
    assertThat(accepted == verdict.equals("accepted")).isEqualTo(end < 0);
  }
}
