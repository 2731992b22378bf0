// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Community;
import org.entente.server.policy.Reader;
import org.entente.server.resource.Collection;
import org.entente.server.resource.Member;
import org.entente.server.store.Asked;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;

/**
 * Decides a change of rules: who gains sight of stored objects is given them anew, in positions set
 * aside; who loses it has lost it with the commit.
 */
public final class Change implements Decide<Integer> {
  private final Community before;
  private final Community after;
  private final ClassForms forms;
  private final Set<String> boundKnown;
  private final List<CatalogChange> changes;
  private final AuditEntry audit;

  /**
   * A change.
   *
   * @param before the rules that it is made against
   * @param after the rules as they shall be
   * @param forms classes by form
   * @param boundKnown {@code member collection} of which it is known how far back they see
   * @param changes what is written
   * @param audit what is recorded
   */
  public Change(
      Community before,
      Community after,
      ClassForms forms,
      Set<String> boundKnown,
      List<CatalogChange> changes,
      AuditEntry audit) {
    this.before = before;
    this.after = after;
    this.forms = forms;
    this.boundKnown = boundKnown;
    this.changes = changes;
    this.audit = audit;
  }

  /** What is wanted from the start. */
  public Keys keys() {
    return new Keys(Set.of(), Set.of(), Set.of(), Set.of(), true);
  }

  @Override
  public Step<Integer> decide(Facts facts) {
    if (facts.record().epoch() != before.epoch()) {
      return new Stale<>();
    }
    List<AudienceClass> classes = facts.classes().stream().map(forms::of).toList();
    Map<String, Set<Integer>> gained = new HashMap<>();
    Map<Gained, Set<String>> readers = new LinkedHashMap<>();
    for (Asked asked : facts.asked()) {
      Set<Integer> more =
          gained.computeIfAbsent(asked.credential(), credential -> gains(credential, classes));
      if (!more.isEmpty()) {
        readers
            .computeIfAbsent(new Gained(asked.collection(), more), key -> new LinkedHashSet<>())
            .add(asked.credential());
      }
    }
    List<Plan.NewGain> gains =
        readers.entrySet().stream()
            .map(e -> new Plan.NewGain(e.getKey().collection, e.getKey().classes, e.getValue()))
            .toList();
    Plan plan =
        new Plan(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            gains,
            List.of(),
            List.of(),
            List.of(),
            changes,
            List.of(),
            reaches(),
            List.of(audit));
    return new Write<>(plan, gains.size());
  }

  private record Gained(String collection, Set<Integer> classes) {}

  /** Classes, by number, that a credential may read afterwards and not before. */
  private Set<Integer> gains(String credential, List<AudienceClass> classes) {
    Optional<Reader> then = reader(before, credential);
    Optional<Reader> now = reader(after, credential);
    Set<Integer> gains = new TreeSet<>();
    for (int i = 0; i < classes.size() && now.isPresent(); i++) {
      AudienceClass audience = classes.get(i);
      if (audience.permits(now.get(), after)
          && (then.isEmpty() || !audience.permits(then.get(), before))) {
        gains.add(i + 1);
      }
    }
    return gains;
  }

  private static Optional<Reader> reader(Community community, String credential) {
    return credential.equals(Reader.ANONYMOUS.id())
        ? Optional.of(Reader.ANONYMOUS)
        : community.reader(credential);
  }

  /** How far back members see in collections that they come to read for the first time. */
  private List<Plan.Reach> reaches() {
    List<Plan.Reach> reaches = new ArrayList<>();
    for (Collection collection : after.collections()) {
      for (Member member : after.members()) {
        boolean first = !boundKnown.contains(member.id() + ' ' + collection.id());
        if (first && member.active() && after.matchesAny(collection.readers(), member)) {
          Collection.History history = collection.history();
          boolean all = history.all() || before.collection(collection.id()).isEmpty();
          reaches.add(
              new Plan.Reach(
                  member.id(),
                  collection.id(),
                  all ? Long.MAX_VALUE : history.reach().toNanos() / 1_000));
        }
      }
    }
    return reaches;
  }
}
