// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.HashMap;
import java.util.Map;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixType;

/** What a path may stand at between two steps. */
sealed interface Node {
  /** As people call it. */
  String name();

  /** The kind of value it is, or its items are. */
  Kind kind();

  /** Whether it is a list, of which no item was chosen. */
  boolean isList();

  /** An object, a part of one or a predefined extension, with its properties by name. */
  record OfType(StixType type, Map<String, Property> properties) implements Node {
    static OfType of(StixType type) {
      Map<String, Property> properties = new HashMap<>();
      type.properties().forEach(property -> properties.put(property.name(), property));
      return new OfType(type, properties);
    }

    @Override
    public String name() {
      return "`" + type.name() + "`";
    }

    @Override
    public Kind kind() {
      return Kind.PART;
    }

    @Override
    public boolean isList() {
      return false;
    }
  }

  /** The value of a property. */
  record OfValue(Property property, boolean isList) implements Node {
    @Override
    public String name() {
      return "`" + property.name() + "`";
    }

    @Override
    public Kind kind() {
      return property.kind();
    }
  }
}
