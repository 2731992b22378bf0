// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.ObjectListener.Cursor;
import org.entente.stix.json.scan.JsonText;

/** Gathers what is wrong with one object, up to as much as anybody wants to read. */
final class Problems {
  private static final int MOST = 50;
  private static final int LONGEST_QUOTE = 100;

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> list() {
    return List.copyOf(problems);
  }

  boolean none() {
    return problems.isEmpty();
  }

  /** A problem at the reader's place. */
  void here(Rule rule, String property, Cursor at, String reason) {
    if (problems.size() < MOST) {
      problems.add(new Problem(rule, at.pointer(), property, reason));
    }
  }

  /** A problem of a top-level property that is there. */
  void of(Rule rule, String property, String reason) {
    add(new Problem(rule, "/" + property, property, reason));
  }

  /** Whether there is a problem of a top-level property already. */
  boolean concern(String property) {
    return problems.stream().anyMatch(problem -> problem.property().equals(property));
  }

  /** A top-level property that is missing, unless it is there and something else is wrong. */
  void missing(Rule rule, String property) {
    if (concern(property)) {
      return;
    }
    add(new Problem(rule, "", property, "`" + property + "` is missing"));
  }

  void add(Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }

  /** What was sent, in backticks, cut when it is long. */
  static String quote(String text) {
    String cut = JsonText.cut(text, LONGEST_QUOTE);
    return cut.length() == text.length() ? "`" + text + "`" : "`" + cut + "…`";
  }
}
