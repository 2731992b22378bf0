// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.store.Asked;
import org.entente.server.store.CommitRecord;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/**
 * What is committed, told to a member as if ids that it has private copies of were its own: that
 * they are somebody else's is not for it to know.
 *
 * @param facts what is committed
 * @param member the member's id
 * @param ids further ids that are taken for its own
 */
record Pretence(Facts facts, String member, Set<StixId> ids) implements Facts {
  @Override
  public List<StoredVersion> versions(StixId id) {
    List<StoredVersion> all = facts.versions(id);
    return ids.contains(id) || all.stream().anyMatch(this::isCopy)
        ? all.stream().filter(v -> v.owner().equals(member)).map(Pretence::owned).toList()
        : all;
  }

  private boolean isCopy(StoredVersion version) {
    return version.shadow() && version.owner().equals(member);
  }

  /** Its rows are left out: they say that nobody else reads it. */
  private static StoredVersion owned(StoredVersion copy) {
    return new StoredVersion(
        copy.vid(),
        copy.id(),
        copy.version(),
        copy.owner(),
        false,
        copy.deleted(),
        copy.hash(),
        copy.facts(),
        copy.references(),
        copy.placements(),
        List.of());
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
