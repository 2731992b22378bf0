// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.List;
import org.entente.stix.json.Problem;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** What storing an object needs, by the rules of the standard that it follows from. */
public final class StorageRules {
  private StorageRules() {}

  /** The rule that a problem is a case of. */
  static StixRule rule(org.entente.stix.json.Rule rule) {
    return switch (rule) {
      case NESTED_BUNDLE, BUNDLE -> StixRule.B2;
      case TYPE -> StixRule.B4;
      case ID -> StixRule.B14;
      case SPEC_VERSION -> StixRule.B9;
      case TIMESTAMP -> StixRule.B20;
      case KIND -> StixRule.B5;
      case REFERENCE -> StixRule.B19;
      case MARKING -> StixRule.B39;
      case NOT_AN_OBJECT,
          TOO_LARGE,
          TOO_DEEP,
          DUPLICATE_KEY,
          LONE_SURROGATE,
          NUMBER_RANGE,
          VALUE_TOO_LONG,
          NOT_JSON,
          TOO_MANY ->
          StixRule.B1;
    };
  }

  /** The problem as a finding. */
  public static Finding finding(Problem problem) {
    StixRule rule = rule(problem.rule());
    return new Finding(
        "",
        problem.property(),
        rule,
        Level.ERROR,
        rule.section(),
        problem.pointer(),
        problem.reason());
  }

  /** What is wrong with a bundle itself; it can be stored all the same, as it is not stored. */
  public static List<Finding> ofBundle(List<Problem> problems, Profile profile) {
    return profile.level(Strength.MUST).stream()
        .flatMap(level -> problems.stream().map(problem -> finding(problem).at(level)))
        .toList();
  }

  /** What is no JSON, or no STIX at all. */
  public static Finding whole(String reason) {
    return new Finding("", "", StixRule.B1, Level.ERROR, StixRule.B1.section(), "", reason);
  }
}
