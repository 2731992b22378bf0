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

/** What is checked of each object before anything is committed, beyond what storing needs. */
final class Door {
  private final Collection collection;

  Door(Collection collection) {
    this.collection = collection;
  }

  /** Why an object may not come in, or empty. */
  Optional<String> refuses(StixObject object, MarkingKind marking) {
    if (marking == MarkingKind.FOREIGN_TLP) {
      return Optional.of(
          "/definition_type: only the predefined marking-definitions may be of type `tlp`");
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
            "/object_marking_refs: this collection accepts up to TLP:"
                + collection.accepts().label()
                + ", and the object is TLP:"
                + level.label())
        : Optional.empty();
  }
}
