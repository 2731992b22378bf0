// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.build;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;

/**
 * Properties of a type with their values.
 *
 * @param type the type
 * @param values the values by property
 * @param custom what the type does not have, in the order in which it was given
 */
record Members(StixType type, Map<String, Object> values, Map<String, Object> custom) {
  static StixType type(String name) {
    return StixTable.standard()
        .type(name)
        .orElseThrow(() -> new IllegalArgumentException("no type `" + name + "`"));
  }

  static Members of(StixType type) {
    return new Members(type, Map.of(), Map.of());
  }

  Members with(String name, Object value) {
    Property property =
        type.property(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(type.name() + " has no property `" + name + "`"));
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, Values.of(property, value));
    return new Members(type, more, custom);
  }

  Members withCustom(String name, Object value) {
    if (type.property(name).isPresent()) {
      throw new IllegalArgumentException("`" + name + "` is a property of the standard");
    }
    Map<String, Object> more = new LinkedHashMap<>(custom);
    more.put(name, Values.free(value));
    return new Members(type, values, more);
  }

  /** The members in the order of the standard. */
  Map<String, Object> ordered() {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (Property property : type.properties()) {
      Object value = values.get(property.name());
      if (value != null) {
        ordered.put(property.name(), value);
      }
    }
    ordered.putAll(custom);
    return ordered;
  }

  /** The same, once all is there that the type requires. */
  Map<String, Object> complete() {
    for (Property property : type.properties()) {
      if (property.required() && !values.containsKey(property.name())) {
        throw new IllegalStateException(type.name() + " lacks `" + property.name() + "`");
      }
    }
    return ordered();
  }
}
