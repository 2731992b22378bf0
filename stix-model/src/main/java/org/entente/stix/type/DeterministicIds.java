// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.List;
import java.util.Optional;
import org.entente.stix.StixId;
import org.entente.stix.json.id.ObservableIds;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.Strength;

/** The identifiers of observables, made anew from what contributes to them (§2.9). */
final class DeterministicIds {
  private final ObservableIds ids = new ObservableIds();
  private final Place place;
  private final Known known;

  DeterministicIds(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  /** Checks the identifier of the object that was read last, if it should be one that is made. */
  void check(byte[] bytes) {
    List<String> contributing =
        StixTable.standard().type(known.type()).map(StixType::contributing).orElse(List.of());
    Optional<StixId> id = StixId.parse(known.text("id")).filter(it -> it.uuid().version() == 5);
    if (contributing.isEmpty() || id.isEmpty() || !place.findings().wants(Strength.ADVICE)) {
      return;
    }
    ids.of(known.type(), contributing, bytes)
        .filter(made -> !made.uuid().equals(id.get().uuid()))
        .ifPresent(this::find);
  }

  private void find(StixId made) {
    String reason = "the identifier that its content gives is `" + made + "`";
    Where where = new Where("id", StixRule.B17.section(), "/id");
    place.findings().add(known.place("id"), StixRule.B17, Strength.ADVICE, where, reason);
  }
}
