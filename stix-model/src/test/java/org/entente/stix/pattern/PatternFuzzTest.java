// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.stix.json.FuzzTargets;
import org.junit.jupiter.api.Test;

/** Runs the fuzz target without a fuzzer: on its seeds, and on seeded changes to them. */
class PatternFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "(",
          ")",
          "'",
          "\\",
          "\\'",
          "h'",
          "b'",
          "t'",
          "/*",
          "*/",
          "//",
          "\n",
          "*",
          "[*]",
          "[0]",
          ".",
          ":",
          ",",
          "-",
          "+",
          "0",
          "00",
          ".5",
          "1e5",
          "=",
          "<>",
          "!=",
          "<=",
          "NOT ",
          " AND ",
          " OR ",
          " FOLLOWEDBY ",
          " IN ()",
          " LIKE ",
          " MATCHES ",
          " ISSUBSET ",
          "EXISTS ",
          " REPEATS 2 TIMES",
          " WITHIN 1.5 SECONDS",
          "true",
          "a:b = 1",
          "[a:b = 1]",
          "\u00a0",
          "\ud83d\ude00",
          "\ufeff",
          "\0");

  @Test
  void parse_seedsAndChanges_endAsDocumented() throws IOException, URISyntaxException {
    FuzzTargets.run(
        PatternFuzzTest.class, "PatternFuzzInputs/parse", PIECES, new PatternFuzz()::parse);
  }
}
