// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.pattern.PatternLimits;
import org.entente.stix.pattern.PatternParser;
import org.entente.stix.pattern.PatternResult;
import org.entente.stix.pattern.PatternResult.Invalid;
import org.entente.stix.pattern.PatternResult.Parsed;
import org.entente.stix.type.pattern.PatternMeaning;
import org.entente.stix.type.pattern.Remark;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.Strength;

/** The patterns of indicators (§4.7): those in STIX's own language are read and weighed. */
final class Patterns {
  private static final PatternMeaning MEANING = new PatternMeaning(StixTable.standard());

  private final PatternParser parser = new PatternParser(PatternLimits.DEFAULT);
  private final Place place;
  private final Known known;

  Patterns(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  /** The object, if it has a pattern. */
  void check() {
    String language = known.text("pattern_type");
    String pattern = known.text("pattern");
    if (language.equals("stix") && !pattern.isEmpty()) {
      read(pattern);
    } else if (!language.isEmpty()
        && !language.equals("stix")
        && known.text("pattern_version").isEmpty()) {
      String reason = "a pattern in " + Findings.quote(language) + " should have `pattern_version`";
      find("pattern_type", StixRule.B49, Strength.ADVICE, reason);
    }
  }

  private void read(String pattern) {
    PatternResult result = parser.parse(pattern);
    if (result instanceof Invalid invalid) {
      String where = " is no pattern: column " + invalid.column() + ": ";
      String reason = Findings.quote(pattern) + where + invalid.reason();
      find("pattern", StixRule.B47, Strength.MUST, reason);
    } else if (result instanceof Parsed parsed && place.findings().wants(Strength.SHOULD)) {
      for (Remark remark : MEANING.check(parsed.expression())) {
        find("pattern", StixRule.B48, remark.strength(), remark.reason());
      }
    }
  }

  private void find(String property, StixRule rule, Strength strength, String reason) {
    Where where = new Where(property, rule.section(), "/" + property);
    place.findings().add(known.place(property), rule, strength, where, reason);
  }
}
