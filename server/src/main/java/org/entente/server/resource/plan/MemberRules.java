// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.server.resource.Agreement;
import org.entente.server.resource.Circle;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Member;
import org.entente.server.resource.Region;

/** Members and what groups them. */
final class MemberRules {
  private final Whole whole;
  private final Findings findings;
  private final Instant now;

  MemberRules(Whole whole, Findings findings, Instant now) {
    this.whole = whole;
    this.findings = findings;
    this.now = now;
  }

  void member(Member member) {
    for (int i = 0; i < member.agreements().size(); i++) {
      Member.Signature signed = member.agreements().get(i);
      String at = "/agreements/" + i;
      findings.need(member, at + "/id", Kind.AGREEMENT, signed.id());
      Optional<Agreement> agreement = whole.find(Agreement.class, Kind.AGREEMENT, signed.id());
      if (agreement.isPresent() && agreement.get().version() < signed.version()) {
        int newest = agreement.get().version();
        String message = "the newest version of `" + signed.id() + "` is " + newest;
        findings.add(member, at + "/version", message);
      }
    }
  }

  void circle(Circle circle) {
    if (!circle.owner().equals("hub")) {
      findings.need(circle, "/owner", Kind.MEMBER, circle.owner());
    }
    int i = 0;
    for (String member : circle.members()) {
      findings.need(circle, "/members/" + i, Kind.MEMBER, member);
      i++;
    }
  }

  void region(Region region) {
    if (region.validFrom().filter(from -> from.isAfter(now)).isPresent()) {
      String message = "a time to come is not built in this release, so it is refused";
      findings.add(region, "/valid_from", message);
    }
  }

  void agreement(Agreement agreement) {
    List<String> between = agreement.between();
    for (int i = 0; i < between.size(); i++) {
      String party = between.get(i);
      boolean word = party.equals("hub") || party.equals("members");
      if (!word && !whole.has(Kind.CIRCLE, party)) {
        findings.need(agreement, "/between/" + i, Kind.MEMBER, party);
      }
    }
    boolean oneIsCircle = between.stream().anyMatch(party -> whole.has(Kind.CIRCLE, party));
    boolean hub = between.contains("hub");
    if (between.contains("members") ? !hub : hub && oneIsCircle) {
      String message = "must be the hub and members, two members, or a member and a circle";
      findings.add(agreement, "/between", message);
    }
  }
}
