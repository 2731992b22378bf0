// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.policy.Binding;
import org.entente.server.policy.Clause;
import org.entente.server.policy.Community;
import org.entente.server.policy.Part;
import org.entente.server.policy.Subject;
import org.entente.server.resource.ReleasePolicy;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;
import org.entente.stix.TlpMarkings;

/** The conditions that a version itself brings, its neighbours apart. */
final class Levels {
  private final World world;
  private final Community community;
  private final Map<Subject, Part> parts = new HashMap<>();

  Levels(World world, Community community) {
    this.world = world;
    this.community = community;
  }

  /** L1 to L4 of a version in a collection where it was placed. */
  Part own(Draft draft, String collection) {
    Origin origin = draft.placements.get(collection);
    if (origin == null) {
      return never("not in the collection");
    }
    if (!draft.facts.granular().isEmpty()) {
      return never("granular markings");
    }
    Tlp level = draft.facts.marking() == MarkingKind.TLP ? Tlp.CLEAR : null;
    for (StixId marking : draft.facts.markings()) {
      Optional<Tlp> tlp = TlpMarkings.level(marking);
      if (tlp.isPresent()) {
        level = level == null ? tlp.get() : level.join(tlp.get());
      } else if (!isStatement(world, marking, draft.owner)) {
        return never("unknown marking " + marking);
      }
    }
    List<ReleasePolicy> named = new ArrayList<>();
    for (String id : origin.policies()) {
      Optional<ReleasePolicy> policy = community.policy(id);
      if (policy.isEmpty()) {
        return never("unknown policy " + id);
      }
      named.add(policy.get());
    }
    Subject subject =
        new Subject(
            draft.owner,
            new Binding(origin.credential(), collection, draft.id.type()),
            level == null ? origin.unmarked() : level,
            named);
    return parts.computeIfAbsent(subject, Subject::part);
  }

  static Part never(String reason) {
    return new Part(List.of(), List.of(new Clause.Never(reason)));
  }

  /** Whether a member brought the definition itself, and it is a statement. */
  static boolean isStatement(World world, StixId marking, String member) {
    if (!marking.type().equals("marking-definition")) {
      return false;
    }
    return world.versions(marking).stream()
        .anyMatch(
            d ->
                !d.deleted && d.owner.equals(member) && d.facts.marking() == MarkingKind.STATEMENT);
  }
}
