// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    return Keys.CLASSES;
  }

  @Override
  public Step<Integer> decide(Facts facts) {
    if (facts.record().epoch() != before.epoch()) {
      return new Stale<>();
    }
    List<AudienceClass> classes = facts.classes().stream().map(forms::of).toList();
    Map<String, Shift> shifts = new HashMap<>();
    Gains gains = new Gains();
    List<Asked> changed = new ArrayList<>();
    for (Asked asked : facts.asked()) {
      Shift shift = shifts.computeIfAbsent(asked.credential(), reader -> shift(reader, classes));
      gains.add(asked, shift.gained);
      Asked now = asked.changed(shift.gained, shift.lost);
      if (!now.equals(asked)) {
        changed.add(now);
      }
    }
    Plan plan = Plan.ofRules(gains.all(), changes, changed, reaches(), List.of(audit));
    return new Write<>(plan, gains.all().size());
  }

  /** Classes, by number, that a credential may read afterwards and not before, and the reverse. */
  private record Shift(Set<Integer> gained, Set<Integer> lost) {}

  private Shift shift(String credential, List<AudienceClass> classes) {
    Optional<Reader> then = reader(before, credential);
    Optional<Reader> now = reader(after, credential);
    Shift shift = new Shift(new HashSet<>(), new HashSet<>());
    for (int i = 0; i < classes.size(); i++) {
      AudienceClass audience = classes.get(i);
      boolean could = then.isPresent() && audience.permits(then.get(), before);
      boolean can = now.isPresent() && audience.permits(now.get(), after);
      if (can != could) {
        (can ? shift.gained : shift.lost).add(i + 1);
      }
    }
    return shift;
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
                  all ? Long.MAX_VALUE : TimeUnit.MICROSECONDS.convert(history.reach())));
        }
      }
    }
    return reaches;
  }
}
