// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.server.model.Exchange.Deletion;
import org.entente.server.resource.Credential;
import org.entente.server.resource.Document;
import org.entente.server.resource.ReleasePolicy;
import org.entente.stix.Tlp;

/** What an exchange must do: takes the same pushes and changes, and says what came of them. */
final class Reference {
  final Rules rules = new Rules();
  final Shelf shelf = new Shelf();
  final Decision decision = new Decision(rules, shelf);
  final Past past = new Past(rules, shelf, decision);

  private Instant now;
  private int commits;
  private int numbers;

  Reference(Instant start) {
    now = start;
  }

  int commits() {
    return commits;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  void apply(List<Document> documents) {
    commits++;
    documents.forEach(document -> rules.put(document.resource()));
    past.members(micros());
    past.changed(commits, micros());
  }

  private long micros() {
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  /** As {@link Exchange#push}. */
  Optional<List<Boolean>> push(
      String credential, String collection, List<String> policies, List<String> objects) {
    Optional<Credential> sender = rules.reader(credential);
    if (sender.isEmpty() || !rules.writes(sender.get(), collection)) {
      return Optional.empty();
    }
    List<ReleasePolicy> named = new ArrayList<>();
    for (String id : policies) {
      Optional<ReleasePolicy> policy = rules.policy(id);
      if (policy.isEmpty()
          || !id.startsWith(sender.get().member() + "/")
          || policy.get().appliesTo().level().compareTo(ReleasePolicy.Level.SUBMISSION) < 0) {
        return Optional.empty();
      }
      named.add(policy.get());
    }
    List<Thing> things = objects.stream().map(Thing::parse).toList();
    Submission submission = new Submission(sender.get(), collection, named, things);
    things.forEach(thing -> submission.look(thing.id()));
    things.forEach(thing -> thing.references().forEach(submission::look));
    commits++;
    List<Boolean> taken = things.stream().map(submission::take).toList();
    past.changed(commits, micros());
    return Optional.of(taken);
  }

  /** One submission, and what its member could see before it. */
  private final class Submission {
    final Credential sender;
    final String collection;
    final List<ReleasePolicy> named;
    final Set<String> referredTo = new HashSet<>();
    final Set<Version> visible = new HashSet<>();

    /** Those that the tools and people of its member see. */
    final Set<Version> inside = new HashSet<>();

    Submission(
        Credential sender, String collection, List<ReleasePolicy> named, List<Thing> things) {
      this.sender = sender;
      this.collection = collection;
      this.named = named;
      things.forEach(thing -> referredTo.addAll(thing.references()));
    }

    /** Notes what the sender's member sees of an id before anything of the submission is there. */
    void look(String id) {
      List<Credential> insiders = rules.insiders(sender.member());
      for (Version version : shelf.versions(id)) {
        for (String place : version.placements.keySet()) {
          if (version.standsIn(place) && !version.shadow) {
            if (insiders.stream().anyMatch(eye -> past.shows(eye, version, place))) {
              inside.add(version);
              visible.add(version);
            } else if (past.shows(sender, version, place)) {
              visible.add(version);
            }
          }
        }
      }
    }

    boolean take(Thing thing) {
      if (thing.definition().equals("tlp") && Rules.tlp(thing.id()).isEmpty()) {
        return false;
      }
      Optional<String> identity =
          thing.creator().isEmpty() ? Optional.empty() : rules.identityOwner(thing.creator());
      if (identity.isPresent() && !identity.get().equals(sender.member()) || tooNarrow(thing)) {
        return false;
      }
      Optional<String> owner = shelf.owner(thing.id());
      boolean others = owner.isPresent() && !owner.get().equals(sender.member());
      if (others && visible.stream().anyMatch(v -> v.id().equals(thing.id()))) {
        return visible.stream()
            .filter(v -> v.id().equals(thing.id()) && !v.deleted)
            .anyMatch(v -> v.thing.json().equals(thing.json()));
      }
      return add(thing, others);
    }

    private boolean tooNarrow(Thing thing) {
      Tlp highest = rules.collection(collection).orElseThrow().accepts();
      return Stream.concat(thing.markings().stream(), thing.granular().stream())
          .flatMap(marking -> Rules.tlp(marking).stream())
          .anyMatch(level -> level.compareTo(highest) > 0);
    }

    private boolean add(Thing thing, boolean shadow) {
      List<Version> lineage = shelf.lineage(thing.id(), sender.member(), shadow);
      for (Version version : lineage) {
        if (!version.deleted && version.thing.instant().equals(thing.instant())) {
          if (!version.thing.json().equals(thing.json())) {
            return false;
          }
          version.placements.computeIfAbsent(collection, c -> placement(thing));
          return true;
        }
      }
      Set<String> known = new LinkedHashSet<>();
      for (String target : thing.references()) {
        inside.stream()
            .filter(v -> v.id().equals(target))
            .forEach(v -> known.add(target + " " + v.owner));
      }
      Version version = new Version(++numbers, thing, sender.member(), shadow, known);
      version.placements.put(collection, placement(thing));
      shelf.add(version);
      return true;
    }

    private Placement placement(Thing thing) {
      List<ReleasePolicy> frozen = new ArrayList<>(named);
      frozen.addAll(rules.naming(sender.member(), thing.id()));
      return new Placement(
          collection,
          sender.id(),
          rules.unmarked(collection),
          !referredTo.contains(thing.id()),
          frozen.stream().filter(policy -> Rules.about(policy, thing)).toList(),
          commits,
          micros());
    }
  }

  /** As {@link Exchange#delete}. */
  Deletion delete(String credential, String collection, String id, Optional<String> version) {
    Optional<Credential> sender = rules.reader(credential);
    if (sender.isEmpty()
        || !rules.reads(sender.get(), collection)
        || !rules.writes(sender.get(), collection)) {
      return Deletion.DENIED;
    }
    List<Version> standing =
        shelf.versions(id).stream().filter(v -> v.standsIn(collection)).toList();
    List<Version> own =
        standing.stream().filter(v -> v.owner.equals(sender.get().member())).toList();
    if (own.isEmpty()) {
      boolean seen = standing.stream().anyMatch(v -> past.shows(sender.get(), v, collection));
      return seen ? Deletion.FORBIDDEN : Deletion.NOT_FOUND;
    }
    List<Version> gone =
        own.stream().filter(v -> version.map(v.thing.version()::equals).orElse(true)).toList();
    if (gone.isEmpty()) {
      return Deletion.NOT_FOUND;
    }
    commits++;
    for (Version v : gone) {
      if (v.placements.size() == 1) {
        v.deleted = true;
      } else {
        v.placements.remove(collection);
      }
    }
    past.changed(commits, micros());
    return Deletion.DONE;
  }

  /** The credential, where it may read the collection at all. */
  Optional<Credential> door(String credential, String collection) {
    return rules.reader(credential).filter(reader -> rules.reads(reader, collection));
  }
}
