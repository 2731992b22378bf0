// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.List;
import org.entente.server.store.Facts;
import org.entente.server.store.ForwardingFacts;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** Facts of which some are not told as they are. */
class OtherFacts extends ForwardingFacts {
  OtherFacts(Facts facts) {
    super(facts);
  }

  /** What is told of a reference. */
  StoredReference reference(StoredReference reference) {
    return reference;
  }

  @Override
  public List<StoredVersion> versions(StixId id) {
    return super.versions(id).stream().map(this::version).toList();
  }

  private StoredVersion version(StoredVersion v) {
    return new StoredVersion(
        v.vid(),
        v.id(),
        v.version(),
        v.owner(),
        v.shadow(),
        v.deleted(),
        v.hash(),
        v.facts(),
        v.references().stream().map(this::reference).toList(),
        v.placements(),
        v.rows());
  }
}
