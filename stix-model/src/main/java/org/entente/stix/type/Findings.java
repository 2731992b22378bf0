// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Gathers the findings of one object, up to as many as anybody wants to read. */
final class Findings {
  static final int MOST = 100;
  private static final int LONGEST_QUOTE = 100;

  private record Placed(int place, Finding finding) {}

  private final Profile profile;
  private final List<Placed> found = new ArrayList<>();
  private String type = "";

  Findings(Profile profile) {
    this.profile = profile;
  }

  void clear() {
    found.clear();
    type = "";
  }

  /** The type that findings from now on are said to be of. */
  void ofType(String name) {
    type = name;
  }

  /** Whether a demand of that strength comes to anything. */
  boolean wants(Strength strength) {
    return profile.level(strength).isPresent();
  }

  /**
   * One more, unless the profile lets it be or there are enough.
   *
   * @param place what it is ordered by: how many tokens were read before
   */
  void add(int place, StixRule rule, Strength strength, Where where, String reason) {
    Optional<Level> level = profile.level(strength);
    if (level.isPresent() && (found.size() < MOST || level.get() == Level.ERROR)) {
      makeRoom();
      found.add(
          new Placed(
              place,
              new Finding(
                  type,
                  where.property(),
                  rule,
                  level.get(),
                  where.section(),
                  where.pointer(),
                  reason)));
    }
  }

  /** An error is never left out for warnings. */
  private void makeRoom() {
    if (found.size() >= MOST) {
      for (int i = found.size() - 1; i >= 0; i--) {
        if (!found.get(i).finding().isError()) {
          found.remove(i);
          return;
        }
      }
      found.remove(found.size() - 1);
    }
  }

  /** In the order of the bytes. */
  List<Finding> list() {
    if (found.isEmpty()) {
      return List.of();
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Placed::place))
        .map(Placed::finding)
        .map(each -> each.type().isEmpty() ? withType(each) : each)
        .toList();
  }

  private Finding withType(Finding each) {
    return new Finding(
        type,
        each.property(),
        each.rule(),
        each.level(),
        each.section(),
        each.pointer(),
        each.reason());
  }

  /** What was sent, in backticks, cut when it is long. */
  static String quote(String text) {
    int longest =
        text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST_QUOTE));
    return longest == text.length() ? "`" + text + "`" : "`" + text.substring(0, longest) + "…`";
  }
}
