// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import java.util.List;
import java.util.Set;
import org.entente.server.store.Facts;
import org.entente.server.store.ForwardingFacts;
import org.entente.server.store.StoredVersion;
import org.entente.stix.StixId;

/**
 * What is committed, told to a member as if ids that it has private copies of were its own: that
 * they are somebody else's is not for it to know.
 */
final class Pretence extends ForwardingFacts {
  private final String member;
  private final Set<StixId> ids;

  /**
   * What a member is told.
   *
   * @param facts what is committed
   * @param member the member's id
   * @param ids further ids that are taken for its own
   */
  Pretence(Facts facts, String member, Set<StixId> ids) {
    super(facts);
    this.member = member;
    this.ids = ids;
  }

  @Override
  public List<StoredVersion> versions(StixId id) {
    List<StoredVersion> all = super.versions(id);
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
}
