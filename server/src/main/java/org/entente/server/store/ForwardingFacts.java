// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;

/** Facts as another tells them, for those who tell some of them otherwise. */
public abstract class ForwardingFacts implements Facts {
  private final Facts facts;

  /** Tells what another does. */
  protected ForwardingFacts(Facts facts) {
    this.facts = facts;
  }

  @Override
  public List<StoredVersion> versions(StixId id) {
    return facts.versions(id);
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
