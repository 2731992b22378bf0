// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/**
 * Objects that come one after the other, and what they break together: UUIDs that two types share,
 * marking-definitions that mark each other, translations that do not fit. Holds the latest objects,
 * as many bytes of them as one object may have. For one thread.
 *
 * @param <P> how the caller knows the place of an object
 */
public final class Gathering<P> {
  private static final int MOST_UUIDS = 20_000;
  private static final int MOST_MARKINGS = 10_000;

  /**
   * Something about an object that came.
   *
   * @param place where it stands
   * @param id the object's
   */
  public record Found<P>(P place, StixId id, Finding finding) {}

  private record Held<P>(P place, StixObject object) {}

  private final ObjectLimits limits;
  private final Profile profile;
  private final Consumer<Found<P>> sink;
  private final SharedUuids uuids;
  private final Map<StixId, Set<StixId>> markings = new HashMap<>();
  private final Deque<Held<P>> latest = new ArrayDeque<>();
  private final Map<StixId, List<StixObject>> versions = new HashMap<>();
  private long bytes;
  private boolean whole = true;

  /**
   * Nothing has come yet.
   *
   * @param limits what an object may take
   * @param profile how strict it is
   * @param sink is told of findings, of a translation after what came next
   */
  public Gathering(ObjectLimits limits, Profile profile, Consumer<Found<P>> sink) {
    this.limits = limits;
    this.profile = profile;
    this.sink = sink;
    this.uuids = new SharedUuids(profile, MOST_UUIDS);
  }

  /** The next object. */
  public void add(StixObject object, P place) {
    Held<P> held = new Held<>(place, object);
    uuids.add(object).ifPresent(finding -> found(held, finding));
    if (object.id().type().equals("marking-definition")) {
      marking(held);
    }
    latest.add(held);
    versions.computeIfAbsent(object.id(), id -> new ArrayList<>(1)).add(object);
    bytes += object.bytes().length;
    while (bytes > limits.bytes()) {
      whole = false;
      leave();
    }
  }

  /** That was all. */
  public void end() {
    while (!latest.isEmpty()) {
      translation(latest.remove());
    }
    versions.clear();
    bytes = 0;
  }

  private void leave() {
    Held<P> eldest = latest.remove();
    translation(eldest);
    StixObject object = eldest.object();
    bytes -= object.bytes().length;
    List<StixObject> left = versions.get(object.id());
    if (left != null && left.remove(object) && left.isEmpty()) {
      versions.remove(object.id());
    }
  }

  private void found(Held<P> held, Finding finding) {
    sink.accept(new Found<>(held.place(), held.object().id(), finding));
  }

  private void marking(Held<P> held) {
    StixObject object = held.object();
    Set<StixId> by = new HashSet<>(object.markings());
    by.addAll(object.granularMarkings());
    by.remove(object.id());
    if (by.isEmpty() || markings.size() >= MOST_MARKINGS) {
      return;
    }
    markings.put(object.id(), by);
    Optional<Level> level = profile.level(Strength.MUST);
    if (level.isPresent() && leadsTo(by, object.id())) {
      found(held, circle(level.get()));
    }
  }

  /** That a marking-definition marks itself by way of others. */
  public static Finding circle(Level level) {
    return new Finding(
        "marking-definition",
        "object_marking_refs",
        StixRule.B41,
        level,
        StixRule.B41.section(),
        "/object_marking_refs",
        "the marking-definition marks itself by way of others");
  }

  private boolean leadsTo(Set<StixId> from, StixId to) {
    Set<StixId> seen = new HashSet<>(from);
    Deque<StixId> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (StixId next : markings.getOrDefault(open.remove(), Set.of())) {
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }

  private void translation(Held<P> held) {
    if (!held.object().id().type().equals("language-content")) {
      return;
    }
    Translation translation = new Translation(held.object().bytes(), limits);
    List<StixObject> known =
        translation.target().map(id -> versions.getOrDefault(id, List.of())).orElse(List.of());
    if (!known.isEmpty()) {
      translation(held, translation, known);
    }
  }

  private void translation(Held<P> held, Translation translation, List<StixObject> known) {
    Optional<StixTimestamp> said = translation.version();
    Optional<StixObject> target =
        known.stream()
            .filter(
                it -> said.isEmpty() || it.modified().filter(m -> same(m, said.get())).isPresent())
            .max((a, b) -> a.version().compareTo(b.version()));
    if (target.isPresent()) {
      translation.against(target.get().bytes(), profile).forEach(finding -> found(held, finding));
    } else if (whole) {
      String id = known.get(0).id().toString();
      profile
          .level(Strength.MUST)
          .ifPresent(level -> found(held, Translation.unknownVersion(level, id)));
    }
  }

  private static boolean same(StixTimestamp one, StixTimestamp other) {
    return one.compareTo(other) == 0;
  }
}
