// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was measured, row by row. */
final class Table {
  private static final String[] HEADS = {
    "rows", "what", "measured", "against", "ratio", "goal", "met"
  };

  private final List<String[]> rows = new ArrayList<>();
  private int missed;

  /**
   * Adds a row.
   *
   * @param size rows in each measured collection, or "-"
   * @param what the request or the state
   * @param measured the figure
   * @param against what it is compared with, or "-"
   * @param ratio the comparison, or "-"
   * @param goal the goal in words, or "-" for a figure beside the goals
   * @param met whether it is met; null without a goal
   * @throws BenchFailure when a figure is none
   */
  void add(
      String size,
      String what,
      String measured,
      String against,
      String ratio,
      String goal,
      @Nullable Boolean met) {
    String word = met == null ? "-" : met ? "yes" : "MISSED";
    missed += met != null && !met ? 1 : 0;
    String[] row = {size, what, measured, against, ratio, goal, word};
    if (Stream.of(row).anyMatch(cell -> cell.contains("NaN") || cell.contains("Infinity"))) {
      throw new BenchFailure("not measured: " + String.join(" | ", row));
    }
    rows.add(row);
    Bench.note("  " + String.join(" | ", row));
  }

  int missed() {
    return missed;
  }

  int size() {
    return rows.size();
  }

  /** A table that is read as it stands and by Markdown. */
  String markdown() {
    int[] widths = new int[HEADS.length];
    List<String[]> all = new ArrayList<>(rows);
    all.add(0, HEADS);
    for (String[] row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    String[] rule = new String[HEADS.length];
    for (int i = 0; i < rule.length; i++) {
      rule[i] = "-".repeat(widths[i]);
    }
    all.add(1, rule);
    StringBuilder text = new StringBuilder("\n");
    for (String[] row : all) {
      text.append('|');
      for (int i = 0; i < widths.length; i++) {
        text.append(' ')
            .append(row[i])
            .append(" ".repeat(widths[i] - row[i].length()))
            .append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  static String rate(double perSecond, String unit) {
    String pattern = perSecond >= 100 ? "%,.0f %s/s" : "%.2f %s/s";
    return String.format(Locale.ROOT, pattern, perSecond, unit);
  }

  static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.0f %%", ratio * 100);
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio >= 100 ? "%,.0f times" : "%.2f times", ratio);
  }
}
