// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.entente.stix.json.Check;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.entente.stix.type.pattern.PatternMeaning;
import org.entente.stix.type.table.StixTable;

/**
 * Holds the reader of patterns to its two exits, and what it reads to its canonical text. Run with
 * {@code JAZZER_FUZZ=1 JAZZER_DISABLED_HOOKS=com.code_intelligence.jazzer.sanitizers.RegexInjection
 * mvn test -pl stix-model -Dtest=PatternFuzz}: expressions of strangers are read here on purpose.
 * {@link PatternFuzzTest} runs it on its seeds and on seeded changes to them.
 */
class PatternFuzz {
  private final PatternParser parser = new PatternParser(new PatternLimits(4_000, 20));
  private final PatternMeaning meaning = new PatternMeaning(StixTable.standard());
  private final PatternParser again = new PatternParser(new PatternLimits(100_000, 20));

  @FuzzTest(maxDuration = "30s")
  void parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    PatternResult result = parser.parse(text);
    if (result instanceof Invalid invalid) {
      Check.that(invalid.column() >= 1, "the column is before the text");
      Check.that(invalid.column() <= text.length() + 1, "the column is behind the text");
    } else if (result instanceof Parsed parsed) {
      String canonical = parsed.expression().toString();
      Check.same(again.parse(canonical), parsed);
      Check.that(meaning.check(parsed.expression()).size() <= 20, "too much is said");
    }
  }
}
