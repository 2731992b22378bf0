// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.TlpMarkings;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Gathering;
import org.entente.stix.type.Level;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Translation;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/**
 * What a new object breaks beside others: beside those that its sender brought or can read, so that
 * no finding tells of anything else.
 */
final class Neighbours {
  /** Longer circles of markings are let be: nobody but their owner reads what has them. */
  private static final int MOST_STEPS = 32;

  private static final int MOST_WARNINGS = 3;

  private final World world;
  private final Sight sight;
  private final Sender sender;
  private final Profile profile;

  Neighbours(World world, Sight sight, Sender sender) {
    this.world = world;
    this.sight = sight;
    this.sender = sender;
    this.profile = sender.collection().validation();
  }

  /** Findings in one line, the first of them when there are many. */
  static Optional<String> warning(List<Finding> findings) {
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            findings.stream()
                .limit(MOST_WARNINGS)
                .map(Finding::toString)
                .collect(Collectors.joining("; ")));
  }

  /** What is to be said of an object that is about to be taken. */
  List<Finding> of(StixObject object) {
    List<Finding> found = new ArrayList<>();
    Optional<Level> must = profile.level(Strength.MUST);
    switch (object.id().type()) {
      case "marking-definition" ->
          must.filter(level -> marksItself(object)).map(Gathering::circle).ifPresent(found::add);
      case "language-content" -> must.ifPresent(level -> translation(object, level, found));
      default -> {}
    }
    profile
        .level(Strength.ADVICE)
        .ifPresent(
            level -> {
              unknown(object.markings(), "object_marking_refs", level, object, found);
              unknown(object.granularMarkings(), "granular_markings", level, object, found);
            });
    return found;
  }

  private boolean marksItself(StixObject object) {
    Set<StixId> seen = new HashSet<>(object.markings());
    seen.addAll(object.granularMarkings());
    Deque<StixId> open = new ArrayDeque<>(seen);
    for (int steps = 0; !open.isEmpty() && steps < MOST_STEPS; steps++) {
      StixId marking = open.remove();
      if (marking.equals(object.id())) {
        return true;
      }
      for (Draft draft : brought(marking)) {
        draft.facts.markings().stream().filter(seen::add).forEach(open::add);
        draft.facts.granular().stream().filter(seen::add).forEach(open::add);
      }
    }
    return false;
  }

  private List<Draft> brought(StixId marking) {
    return TlpMarkings.level(marking).isPresent()
        ? List.of()
        : world.versions(marking).stream()
            .filter(draft -> !draft.deleted && draft.owner.equals(sender.member()))
            .toList();
  }

  private void translation(StixObject object, Level must, List<Finding> found) {
    Translation translation = new Translation(object.bytes(), ObjectLimits.ANY);
    List<Draft> known =
        translation.target().map(world::versions).orElse(List.of()).stream()
            .filter(draft -> !draft.deleted)
            .filter(draft -> draft.owner.equals(sender.member()) || sight.of(sender, draft))
            .toList();
    Optional<StixTimestamp> said = translation.version();
    Optional<Draft> target =
        known.stream()
            .filter(draft -> said.isEmpty() || draft.version.compareTo(said.get()) == 0)
            .max((a, b) -> a.version.compareTo(b.version));
    if (target.isPresent()) {
      target
          .get()
          .bytes
          .or(() -> world.bytes(target.get().ref))
          .ifPresent(bytes -> found.addAll(translation.against(bytes, profile)));
    } else if (!known.isEmpty()) {
      found.add(Translation.unknownVersion(must, known.get(0).id.toString()));
    }
  }

  private void unknown(
      List<StixId> markings, String property, Level level, StixObject object, List<Finding> found) {
    for (StixId marking : markings) {
      boolean known =
          TlpMarkings.level(marking).isPresent()
              || Levels.isStatement(world, marking, sender.member());
      if (!known) {
        found.add(
            new Finding(
                object.id().type(),
                property,
                StixRule.B45,
                level,
                StixRule.B45.section(),
                "/" + property,
                "`" + marking + "` is no marking that is known here: you alone see the object"));
      }
    }
  }
}
