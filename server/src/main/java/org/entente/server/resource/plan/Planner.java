// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.plan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.server.resource.Administrator;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.load.Loaded;

/** Compares documents with what is in force, and holds the outcome against the rules. */
public final class Planner {
  private final Set<String> apiRoots;
  private final InstantSource clock;

  /**
   * A planner.
   *
   * @param apiRoots the API roots that the configuration names
   * @param clock tells whether a time is still to come
   */
  public Planner(Set<String> apiRoots, InstantSource clock) {
    this.apiRoots = Set.copyOf(apiRoots);
    this.clock = clock;
  }

  /**
   * Makes a plan, or says everything that is against it.
   *
   * @param existing all resources in force
   * @param loaded the documents to apply, with what is wrong with them
   * @param prune whether what they do not name goes
   */
  public Plan plan(List<Document> existing, Loaded loaded, boolean prune) {
    Map<Ref, Document> before = new TreeMap<>();
    existing.forEach(document -> before.put(document.ref(), document));
    Map<Ref, Place> places = new HashMap<>();
    loaded.entries().forEach(entry -> places.put(entry.document().ref(), entry.place()));
    Set<Ref> named = new HashSet<>(places.keySet());
    named.addAll(loaded.broken());

    Map<Ref, Document> after = new TreeMap<>(before);
    Set<Ref> deletes = new TreeSet<>();
    if (prune) {
      before.keySet().stream().filter(ref -> !named.contains(ref)).forEach(deletes::add);
      after.keySet().removeAll(deletes);
    }
    loaded.documents().forEach(document -> after.put(document.ref(), document));

    List<ResourceError> errors = new ArrayList<>(loaded.errors());
    if (prune && named.isEmpty()) {
      errors.add(Place.NOWHERE.error("", "without a document there is nothing to prune by"));
    }
    errors.addAll(immutable(before, loaded));
    errors.addAll(findings(before, after, loaded.broken(), places));
    if (hasAdmin(before) && !hasAdmin(after) && loaded.broken().isEmpty()) {
      errors.add(Place.NOWHERE.error("", "the last `hub-admin` cannot go"));
    }
    return errors.isEmpty() ? changes(before, after, deletes) : Plan.refused(errors);
  }

  private static boolean hasAdmin(Map<Ref, Document> documents) {
    return new Whole(documents, Set.of())
        .all(Administrator.class)
        .anyMatch(administrator -> administrator.roles().contains("hub-admin"));
  }

  private static List<ResourceError> immutable(Map<Ref, Document> before, Loaded loaded) {
    List<ResourceError> errors = new ArrayList<>();
    for (Loaded.Entry entry : loaded.entries()) {
      Ref ref = entry.document().ref();
      Document old = before.get(ref);
      boolean versioned = ref.kind() == Kind.RELEASE_POLICY || ref.kind() == Kind.HUB_POLICY;
      if (versioned && old != null && !old.json().equals(entry.document().json())) {
        String message =
            "`" + ref.id() + "` is in force and cannot change; a change is a new version";
        errors.add(entry.place().error("/id", message));
      }
    }
    return errors;
  }

  /**
   * What was wrong before, perhaps by an older rule, and is not touched, does not block a change.
   */
  private List<ResourceError> findings(
      Map<Ref, Document> before,
      Map<Ref, Document> after,
      Set<Ref> broken,
      Map<Ref, Place> places) {
    Set<Finding> old = new HashSet<>(check(before, Set.of()));
    List<ResourceError> errors = new ArrayList<>();
    for (Finding finding : check(after, broken)) {
      Optional<Place> place = Optional.ofNullable(places.get(finding.ref()));
      if (place.isPresent()) {
        errors.add(place.get().error(finding.pointer(), finding.message()));
      } else if (!old.contains(finding)) {
        Ref ref = finding.ref();
        String message = ref.kind().label() + " `" + ref.id() + "` stays: " + finding.message();
        errors.add(Place.NOWHERE.error(finding.pointer(), message));
      }
    }
    return errors;
  }

  private List<Finding> check(Map<Ref, Document> documents, Set<Ref> broken) {
    return Coherence.check(new Whole(documents, broken), apiRoots, clock.instant());
  }

  private static Plan changes(
      Map<Ref, Document> before, Map<Ref, Document> after, Set<Ref> deletes) {
    List<Change> changes = new ArrayList<>();
    List<Document> upserts = new ArrayList<>();
    after.forEach(
        (ref, document) -> {
          Document old = before.get(ref);
          if (old == null || !old.json().equals(document.json())) {
            upserts.add(document);
            changes.add(Change.of(Optional.ofNullable(old), document));
          }
        });
    List<Ref> going = new ArrayList<>(deletes);
    Collections.reverse(going);
    going.forEach(ref -> changes.add(Change.deleted(ref)));
    return new Plan(List.copyOf(changes), List.copyOf(upserts), Set.copyOf(deletes), List.of());
  }
}
