// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.store.Asked;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/** Facts of which some are not told as they are. */
class OtherFacts implements Facts {
  private final Facts facts;

  OtherFacts(Facts facts) {
    this.facts = facts;
  }

  /** What is told of a reference. */
  StoredReference reference(StoredReference reference) {
    return reference;
  }

  @Override
  public List<StoredVersion> versions(StixId id) {
    return facts.versions(id).stream().map(this::version).toList();
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

  @Override
  public CommitRecord record() {
    return facts.record();
  }

  @Override
  public boolean knows(StixId id) {
    return facts.knows(id);
  }

  @Override
  public boolean knowsReferrers(StixId id) {
    return facts.knowsReferrers(id);
  }

  @Override
  public Set<StixId> referrers(StixId id) {
    return facts.referrers(id);
  }

  @Override
  public Optional<byte[]> bytes(long vid) {
    return facts.bytes(vid);
  }

  @Override
  public Optional<Set<Long>> carriers(Keys.Carrier carrier) {
    return facts.carriers(carrier);
  }

  @Override
  public List<String> classes() {
    return facts.classes();
  }

  @Override
  public long rows(String collection) {
    return facts.rows(collection);
  }

  @Override
  public List<Asked> asked() {
    return facts.asked();
  }
}
