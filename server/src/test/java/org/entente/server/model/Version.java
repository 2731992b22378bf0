// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.util.Set;
import java.util.TreeMap;

/** A version that was accepted. */
final class Version {
  final int number;
  final Thing thing;
  final String owner;

  /** The private copy of somebody who may not version the id. */
  final boolean shadow;

  /** Whose versions of what it refers to its owner could read when it came, {@code id owner}. */
  final Set<String> known;

  final TreeMap<String, Placement> placements = new TreeMap<>();
  boolean deleted;

  Version(int number, Thing thing, String owner, boolean shadow, Set<String> known) {
    this.number = number;
    this.thing = thing;
    this.owner = owner;
    this.shadow = shadow;
    this.known = known;
  }

  String id() {
    return thing.id();
  }

  boolean standsIn(String collection) {
    return !deleted && placements.containsKey(collection);
  }

  boolean knew(Version target) {
    return known.contains(target.id() + " " + target.owner);
  }

  /** Where it is looked at from another collection. */
  String placeFrom(String collection) {
    return placements.containsKey(collection) ? collection : placements.firstKey();
  }

  /** Names the object and version, whoever brought it. */
  String key() {
    return id() + "@" + thing.version();
  }
}
