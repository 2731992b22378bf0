// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.server.exchange.WhoSees;

/** Readers by answer and reason, permits first. */
final class Groups {
  private static final int SHOWN = 1_000;

  private final Map<Boolean, Map<String, List<String>>> byAnswer =
      new TreeMap<>(Comparator.reverseOrder());

  void add(boolean permit, String reason, String credential) {
    byAnswer
        .computeIfAbsent(permit, answer -> new TreeMap<>())
        .computeIfAbsent(reason, why -> new ArrayList<>())
        .add(credential);
  }

  List<WhoSees.Group> all() {
    List<WhoSees.Group> groups = new ArrayList<>();
    byAnswer.forEach(
        (permit, reasons) ->
            reasons.forEach(
                (reason, credentials) ->
                    groups.add(
                        new WhoSees.Group(
                            permit,
                            reason,
                            credentials.stream().limit(SHOWN).toList(),
                            credentials.size()))));
    return groups;
  }
}
