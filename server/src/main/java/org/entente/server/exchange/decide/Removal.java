// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;
import org.entente.server.store.RowQuery;
import org.entente.stix.StixId;

/**
 * Decides a DELETE: versions of an id leave a collection, for everybody. One that stands nowhere
 * any more is deleted; its id stays reserved.
 */
public final class Removal implements Decide<Removal.Outcome> {
  /** What came of it. */
  public enum Outcome {
    /** It is gone. */
    DONE,
    /** There is nothing of the kind that the sender may see. */
    ABSENT,
    /** It is somebody else's. */
    FORBIDDEN
  }

  private final Ground ground;
  private final Sender sender;
  private final StixId id;
  private final RowQuery.Versions which;

  /**
   * A removal.
   *
   * @param ground what it is decided on
   * @param sender who deletes, and where
   * @param id the object
   * @param which its versions
   */
  public Removal(Ground ground, Sender sender, StixId id, RowQuery.Versions which) {
    this.ground = ground;
    this.sender = sender;
    this.id = id;
    this.which = which;
  }

  /** What is wanted from the start. */
  public Keys keys() {
    return Keys.of(Set.of(id), Set.of(id));
  }

  @Override
  public Step<Outcome> decide(Facts facts) {
    if (facts.record().epoch() != ground.community().epoch()) {
      return new Stale<>();
    }
    World world = new World(facts);
    List<Draft> own = own(world);
    if (own.isEmpty()) {
      boolean seen = new Sight(world, ground).reads(sender, world.versions(id));
      return new Write<>(Plan.NOTHING, seen ? Outcome.FORBIDDEN : Outcome.ABSENT);
    }
    List<Draft> gone = selected(own);
    if (gone.isEmpty()) {
      return new Write<>(Plan.NOTHING, Outcome.ABSENT);
    }
    Writing writing = new Writing();
    for (Draft draft : gone) {
      if (draft.placements.size() == 1) {
        draft.deleted = true;
        writing.deleted.add(draft.ref);
      } else {
        draft.placements.remove(sender.collection().id());
        writing.placements.add(
            new Plan.Placement(draft.ref, sender.collection().id(), new byte[0]));
      }
    }
    new Settlement(world, ground, Set.of(id)).write(writing);
    if (!world.missing().isEmpty()) {
      return new More<>(world.missing());
    }
    AuditEntry entry = new AuditEntry(sender.credential(), "delete", id.toString(), "{}");
    return new Write<>(writing.plan(List.of(), List.of(), List.of(entry)), Outcome.DONE);
  }

  /** Live versions in the collection that the sender's member may take out. */
  private List<Draft> own(World world) {
    String collection = sender.collection().id();
    return world.versions(id).stream()
        .filter(d -> d.owner.equals(sender.member()) && d.standsIn(collection))
        .sorted(Comparator.comparing((Draft d) -> d.version).thenComparing(d -> d.ref))
        .toList();
  }

  private List<Draft> selected(List<Draft> own) {
    Set<Draft> selected = new LinkedHashSet<>();
    if (which.all()) {
      selected.addAll(own);
    }
    if (which.first()) {
      selected.add(own.get(0));
    }
    if (which.last()) {
      selected.add(own.get(own.size() - 1));
    }
    own.stream().filter(d -> which.exact().contains(d.version.instant())).forEach(selected::add);
    return List.copyOf(selected);
  }
}
