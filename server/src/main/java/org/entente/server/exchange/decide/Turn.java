// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.server.policy.AudienceClass;
import org.entente.server.store.Decide;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;
import org.entente.server.store.StoredReference;
import org.entente.server.store.StoredStatus;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.TlpMarkings;
import org.entente.stix.type.Finding;

/** Decides a turn of a submission: at most some hundred objects of one sender, in order. */
public final class Turn implements Decide<List<Verdict>> {
  private final Ground ground;
  private final Sender sender;
  private final List<Incoming> objects;
  private final Function<List<Verdict>, Receipt> receipts;

  /**
   * What is kept along with a turn.
   *
   * @param statuses statuses to keep
   * @param finished pending submissions that are done
   */
  public record Receipt(List<StoredStatus> statuses, List<String> finished) {
    /** Nothing yet. */
    public static final Receipt NONE = new Receipt(List.of(), List.of());
  }

  /**
   * A turn.
   *
   * @param ground what it is decided on
   * @param sender who pushes, and where
   * @param objects in the order of the envelope, those that are referred to first
   * @param receipts what is kept with the verdicts, in the same commit
   */
  public Turn(
      Ground ground,
      Sender sender,
      List<Incoming> objects,
      Function<List<Verdict>, Receipt> receipts) {
    this.ground = ground;
    this.sender = sender;
    this.objects = objects;
    this.receipts = receipts;
  }

  /** What is wanted from the start. */
  public Keys keys() {
    Set<StixId> ids = new HashSet<>();
    Set<StixId> own = new HashSet<>();
    for (Incoming incoming : objects) {
      own.add(incoming.object().id());
      incoming.object().references().forEach(reference -> ids.add(reference.target()));
    }
    ids.addAll(own);
    ids.removeIf(id -> TlpMarkings.level(id).isPresent() && !own.contains(id));
    return Keys.of(ids, own);
  }

  @Override
  public Step<List<Verdict>> decide(Facts facts) {
    if (facts.record().epoch() != ground.community().epoch()) {
      return new Stale<>();
    }
    World world = new World(facts);
    Writing writing = new Writing();
    Set<StixId> changed = new LinkedHashSet<>();
    List<Verdict> verdicts = new ArrayList<>(objects.size());
    Sight sight = new Sight(world, ground);
    Ownership ownership = new Ownership(world, ground.community(), sight, sender);
    Neighbours neighbours = new Neighbours(world, sight, sender);
    Taking taking = new Taking(world, sight, neighbours, writing, changed);
    for (Incoming incoming : objects) {
      verdicts.add(take(incoming, ownership.judge(incoming), taking));
    }
    if (!world.missing().isEmpty()) {
      return new More<>(world.missing());
    }
    if (!changed.isEmpty()) {
      new Settlement(world, ground, changed).write(writing);
    }
    if (!world.missing().isEmpty()) {
      return new More<>(world.missing());
    }
    Receipt receipt = receipts.apply(verdicts);
    return new Write<>(writing.plan(receipt.statuses(), receipt.finished(), List.of()), verdicts);
  }

  /** The class that each new object of a plan gets, by its place in the envelope. */
  public Map<Integer, AudienceClass> classes(
      Plan plan, List<Incoming> incoming, ClassForms byForm) {
    Map<Long, AudienceClass> byVersion = new HashMap<>();
    plan.rows().forEach(row -> byVersion.putIfAbsent(row.version(), byForm.of(row.form())));
    Map<Integer, AudienceClass> classes = new HashMap<>();
    for (Plan.NewVersion version : plan.versions()) {
      AudienceClass audience = byVersion.get(-1L - version.key());
      for (Incoming object : incoming) {
        if (audience != null && object.object().bytes() == version.bytes()) {
          classes.put(object.index(), audience);
        }
      }
    }
    return classes;
  }

  private record Taking(
      World world, Sight sight, Neighbours neighbours, Writing writing, Set<StixId> changed) {}

  private Verdict take(Incoming incoming, Ownership.Answer answer, Taking taking) {
    StixObject object = incoming.object();
    List<Finding> findings = List.of();
    if (answer instanceof Ownership.Refused refused) {
      return Verdict.refused(incoming, refused.refusal());
    } else if (answer instanceof Ownership.Placed placed) {
      place(incoming, placed.draft(), taking);
    } else if (answer instanceof Ownership.Fresh fresh) {
      findings = taking.neighbours.of(object);
      Optional<Finding> error = findings.stream().filter(Finding::isError).findFirst();
      if (error.isPresent()) {
        return Verdict.refused(incoming, Refusal.of(error.get()));
      }
      place(incoming, add(incoming, fresh.shadow(), taking), taking);
    }
    return new Verdict(
        incoming.index(),
        object.id(),
        object.version(),
        Optional.empty(),
        Neighbours.warning(findings),
        answer instanceof Ownership.Fresh);
  }

  private Draft add(Incoming incoming, boolean shadow, Taking taking) {
    StixObject object = incoming.object();
    List<StoredReference> references = new ArrayList<>();
    Set<VersionFacts.Known> known = new LinkedHashSet<>();
    for (Reference reference : VersionFacts.references(object)) {
      StixId target = reference.target();
      Set<String> owners = taking.sight.known(sender.member(), target);
      references.add(new StoredReference(reference.kind(), target, !owners.isEmpty()));
      if (StixObject.isObservable(target.type())) {
        owners.remove(sender.member());
        owners.forEach(owner -> known.add(new VersionFacts.Known(target, owner)));
      }
    }
    VersionFacts facts = VersionFacts.of(object, incoming.marking(), List.copyOf(known));
    Plan.NewVersion version =
        new Plan.NewVersion(
            taking.writing.versions.size(),
            object.id(),
            object.version(),
            sender.member(),
            shadow,
            incoming.hash(),
            facts.encode(),
            references,
            object.bytes());
    taking.writing.versions.add(version);
    Draft draft = Draft.fresh(version, facts);
    taking.world.add(draft);
    return draft;
  }

  private void place(Incoming incoming, Draft draft, Taking taking) {
    StixObject object = incoming.object();
    String collection = sender.collection().id();
    Origin origin =
        new Origin(
            sender.credential(),
            ground.community().unmarked(collection),
            incoming.alone(),
            sender.frozen(object, ground.community().policiesFor(sender.member(), object.id())));
    draft.placements.put(collection, origin);
    taking.writing.placements.add(new Plan.Placement(draft.ref, collection, origin.encode()));
    taking.changed.add(object.id());
  }
}
