// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.server.resource.Agreement;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Document;
import org.entente.server.resource.Feed;
import org.entente.server.resource.Member;
import org.entente.server.resource.Region;
import org.entente.server.resource.ReleasePolicy;
import org.entente.server.resource.Resource;

/** Holds the resources of a community against each other. */
final class Coherence {
  private Coherence() {}

  /**
   * All that does not hold together.
   *
   * @param whole the community
   * @param apiRoots the API roots that the configuration names
   * @param now tells whether a time is still to come
   */
  static List<Finding> check(Whole whole, Set<String> apiRoots, Instant now) {
    Findings findings = new Findings(whole);
    Ownership ownership = new Ownership(whole, findings);
    MemberRules members = new MemberRules(whole, findings, now);
    SharingRules sharing = new SharingRules(whole, findings, ownership, apiRoots);
    for (Document document : whole.everything()) {
      Resource resource = document.resource();
      if (resource instanceof Member member) {
        members.member(member);
      } else if (resource instanceof Circle circle) {
        members.circle(circle);
      } else if (resource instanceof Region region) {
        members.region(region);
      } else if (resource instanceof Agreement agreement) {
        members.agreement(agreement);
      } else if (resource instanceof Collection collection) {
        sharing.collection(collection);
      } else if (resource instanceof Credential credential) {
        sharing.credential(credential);
      } else if (resource instanceof ReleasePolicy policy) {
        sharing.policy(policy);
      } else if (resource instanceof Feed feed) {
        sharing.feed(feed, document.json());
      }
    }
    return findings.found();
  }
}
