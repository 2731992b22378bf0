// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Set;
import org.entente.stix.type.table.Property;
import org.jspecify.annotations.Nullable;

/** A property of a shape, ready to be met. */
final class Slot {
  private final Property property;
  private final int index;
  private final @Nullable Shape part;
  private final Set<String> targets;
  private final boolean onlyTargets;

  /**
   * Prepares a property.
   *
   * @param index its place among the properties of the shape, from 0
   * @param part the shape of its value, when that is a part
   * @param targets for a reference the types it may lead to, or may not
   * @param onlyTargets whether it may lead to those only, or to all but those
   */
  Slot(
      Property property,
      int index,
      @Nullable Shape part,
      Set<String> targets,
      boolean onlyTargets) {
    this.property = property;
    this.index = index;
    this.part = part;
    this.targets = targets;
    this.onlyTargets = onlyTargets;
  }

  Property property() {
    return property;
  }

  int index() {
    return index;
  }

  long bit() {
    return 1L << index;
  }

  @Nullable Shape part() {
    return part;
  }

  /** Whether a reference may lead to a type; types that the standard does not know may be any. */
  boolean leadsTo(String type) {
    return targets.contains(type) == onlyTargets;
  }
}
