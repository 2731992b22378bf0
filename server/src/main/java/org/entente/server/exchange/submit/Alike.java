// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;

/**
 * Keeps one of what many objects of a body name alike: their types, and the ids that they refer to.
 * Bounded, since whoever pushes may name what he likes.
 */
final class Alike {
  private static final int MOST = 1_000;

  private final Map<String, String> types = new HashMap<>();
  private final Map<StixId, StixId> targets = new HashMap<>();

  StixId id(StixId id) {
    return new StixId(one(types, id.type()), id.uuid());
  }

  /** What an object refers to. */
  List<StixId> targets(StixObject object) {
    StixId[] all =
        object.references().stream()
            .map(Reference::target)
            .map(target -> one(targets, target))
            .toArray(StixId[]::new);
    return List.of(all);
  }

  private static <T> T one(Map<T, T> known, T value) {
    T first = known.get(value);
    if (first == null && known.size() < MOST) {
      known.put(value, value);
    }
    return first == null ? value : first;
  }
}
