// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixType;
import org.jspecify.annotations.Nullable;

/** A type with its properties found by name and counted by bits. */
final class Shape {
  private final StixType type;
  private final Map<String, Slot> slots = new HashMap<>();
  private long required;
  private long own;

  Shape(StixType type, List<Slot> slots) {
    this.type = type;
    for (Slot slot : slots) {
      Property property = slot.property();
      this.slots.put(property.name(), slot);
      if (property.required()) {
        required |= slot.bit();
      }
      if (!property.common() || property.name().equals("extensions")) {
        own |= slot.bit();
      }
    }
  }

  StixType type() {
    return type;
  }

  @Nullable Slot slot(String name) {
    return slots.get(name);
  }

  /** One bit for each property that must be there. */
  long required() {
    return required;
  }

  /** One bit for each property that is not common to all. */
  long own() {
    return own;
  }

  /** The bit of a property, 0 when the shape has none of that name. */
  long bit(String name) {
    Slot slot = slots.get(name);
    return slot == null ? 0 : slot.bit();
  }

  /** The place of a property that the shape is known to have. */
  int index(String name) {
    Slot slot = slots.get(name);
    return slot == null ? -1 : slot.index();
  }
}
