// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.server.store.Finding;

/** Sums findings up by kind, with a few examples of each. */
final class Findings implements Consumer<Finding> {
  private static final int EXAMPLES = 10;

  private final Map<String, Sum> sums = new LinkedHashMap<>();

  private static final class Sum {
    long count;
    final List<String> examples = new ArrayList<>();
  }

  @Override
  public synchronized void accept(Finding finding) {
    Sum sum = sums.computeIfAbsent(finding.kind(), kind -> new Sum());
    sum.count++;
    if (sum.examples.size() < EXAMPLES) {
      sum.examples.add(finding.example());
    }
  }

  synchronized List<Report.Kind> kinds() {
    return sums.entrySet().stream()
        .map(
            e ->
                new Report.Kind(e.getKey(), e.getValue().count, List.copyOf(e.getValue().examples)))
        .sorted(Comparator.comparing(Report.Kind::count).reversed())
        .toList();
  }
}
