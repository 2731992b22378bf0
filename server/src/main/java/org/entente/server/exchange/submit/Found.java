// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/** How many findings of each rule there are in a body. */
final class Found {
  private final Map<StixRule, Integer> errors = new EnumMap<>(StixRule.class);
  private final Map<StixRule, Integer> warnings = new EnumMap<>(StixRule.class);

  void add(List<Finding> findings) {
    for (Finding finding : findings) {
      (finding.isError() ? errors : warnings).merge(finding.rule(), 1, Integer::sum);
    }
  }

  void tell(Watch watch) {
    errors.forEach((rule, count) -> watch.found(Level.ERROR, rule, count));
    warnings.forEach((rule, count) -> watch.found(Level.WARNING, rule, count));
  }
}
