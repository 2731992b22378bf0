// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.stix.Reference;
import org.entente.stix.Reference.Kind;
import org.entente.stix.StixId;

/** The references of one object, each target once for each kind, up to one more than the limit. */
final class ReferenceSet {
  private final Set<Reference> references = new LinkedHashSet<>();
  private final int limit;

  ReferenceSet(int limit) {
    this.limit = limit;
  }

  void add(Kind kind, StixId target) {
    if (references.size() <= limit) {
      references.add(new Reference(kind, target));
    }
  }

  boolean tooMany() {
    return references.size() > limit;
  }

  /** The references to others than the object itself. */
  List<Reference> others(StixId self) {
    return references.stream().filter(reference -> !reference.target().equals(self)).toList();
  }
}
