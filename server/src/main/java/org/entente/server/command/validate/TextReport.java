// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command.validate;

import java.io.PrintWriter;
import java.util.List;
import org.entente.server.command.Terminal;
import org.entente.stix.type.Finding;

/** For people: findings below their object, errors red and warnings yellow. */
final class TextReport implements Report {
  private final PrintWriter out;
  private final Terminal terminal;
  private final long most;
  private long shown;
  private long left;

  /**
   * A report.
   *
   * @param most how many findings are shown
   */
  TextReport(PrintWriter out, Terminal terminal, long most) {
    this.out = out;
    this.terminal = terminal;
    this.most = most;
  }

  @Override
  public void found(Place place, String id, List<Finding> findings) {
    if (shown >= most) {
      left += findings.size();
      return;
    }
    out.println(harmless((place.to("") + " " + id).strip()));
    for (Finding finding : findings) {
      if (shown == most) {
        left++;
        continue;
      }
      shown++;
      String level = finding.isError() ? terminal.red("error  ") : terminal.yellow("warning");
      String where = finding.pointer().isEmpty() ? "" : finding.pointer() + ": ";
      out.println(
          "  "
              + level
              + "  "
              + harmless(where + finding.reason())
              + " ("
              + finding.rule()
              + ", "
              + finding.section()
              + ")");
    }
  }

  /** What a file says must not steer a terminal. */
  private static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  @Override
  public void end(Count count) {
    if (left > 0) {
      out.println("and " + left + " more findings (--max)");
    }
    String verdict = count.errors() == 0 ? terminal.green("valid") : terminal.red("not valid");
    out.println(
        verdict
            + ": "
            + number(count.objects(), "object")
            + " in "
            + number(count.files(), "file")
            + ", "
            + number(count.errors(), "error")
            + ", "
            + number(count.warnings(), "warning"));
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
