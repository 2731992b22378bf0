// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import org.entente.stix.json.Check;
import org.entente.stix.json.ReadResult;

/** What holds of the findings of whatever was checked. */
final class FoundCheck {
  private static final int LONGEST_REASON = 5_000;

  private FoundCheck() {}

  static void wellFormed(Checked checked) {
    Check.that(checked.findings().size() <= Findings.MOST, "there are more findings than are read");
    boolean stored = checked.read() instanceof ReadResult.Accepted;
    boolean error = checked.findings().stream().anyMatch(Finding::isError);
    Check.that(stored || error, "it cannot be stored, and nothing says why");
    Check.same(checked.refused(), error);
    for (Finding finding : checked.findings()) {
      String pointer = finding.pointer();
      Check.that(pointer.isEmpty() || pointer.startsWith("/"), "no pointer: " + pointer);
      Check.that(!finding.reason().isEmpty(), "no reason");
      Check.that(finding.reason().length() <= LONGEST_REASON, "too long a reason");
      Check.that(finding.section().startsWith("§"), "no section: " + finding.section());
    }
  }
}
