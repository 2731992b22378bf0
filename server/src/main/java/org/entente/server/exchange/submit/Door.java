// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.Optional;
import org.entente.server.exchange.decide.MarkingKind;
import org.entente.server.resource.Collection;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.type.table.StixRule;

/** What is checked of each object before anything is committed, beyond what storing needs. */
final class Door {
  private final Collection collection;

  Door(Collection collection) {
    this.collection = collection;
  }

  /**
   * Why an object may not come in.
   *
   * @param rule what failures are summed up by: a rule of STIX, or a word of the collection's own
   * @param reason with a pointer before it
   */
  record Closed(String rule, String reason) {}

  /** Why an object may not come in, or empty. */
  Optional<Closed> refuses(StixObject object, MarkingKind marking) {
    if (marking == MarkingKind.FOREIGN_TLP) {
      return Optional.of(
          new Closed(
              StixRule.B42.name(),
              "/definition_type: only the four of the standard are of type `tlp` ("
                  + StixRule.B42
                  + ")"));
    }
    Tlp level = Tlp.CLEAR;
    for (StixId id : object.markings()) {
      level = level.join(TlpMarkings.level(id).orElse(Tlp.CLEAR));
    }
    for (StixId id : object.granularMarkings()) {
      level = level.join(TlpMarkings.level(id).orElse(Tlp.CLEAR));
    }
    return level.stricterThan(collection.accepts())
        ? Optional.of(
            new Closed(
                "accepts",
                "/object_marking_refs: this collection accepts up to TLP:"
                    + collection.accepts().label()
                    + ", and the object is TLP:"
                    + level.label()))
        : Optional.empty();
  }
}
