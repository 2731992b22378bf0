// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Finds the UUID of an object of the same producer in an object of another type (§2.9). */
public final class SharedUuids {
  private final Profile profile;
  private final Map<UUID, Holder> holders;

  private record Holder(String type, Optional<StixId> producer) {}

  /**
   * Nothing is known yet.
   *
   * @param profile how strict it is
   * @param most how many UUIDs are remembered: the latest
   */
  public SharedUuids(Profile profile, int most) {
    this.profile = profile;
    holders =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Holder> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Another object. Observables are let be: equal content of two types has one UUID.
   *
   * @return that its UUID was another's before
   */
  public Optional<Finding> add(StixObject object) {
    Optional<Level> level = profile.level(Strength.ADVICE);
    if (level.isEmpty() || object.created().isEmpty()) {
      return Optional.empty();
    }
    StixId id = object.id();
    Holder before = holders.putIfAbsent(id.uuid(), new Holder(id.type(), object.createdBy()));
    boolean shared =
        before != null
            && !before.type().equals(id.type())
            && before.producer().equals(object.createdBy());
    return shared
        ? Optional.of(
            new Finding(
                id.type(),
                "id",
                StixRule.B18,
                level.get(),
                StixRule.B18.section(),
                "/id",
                "the UUID is that of a `" + before.type() + "` of the same producer"))
        : Optional.empty();
  }
}
