// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.pattern.ObjectPath;
import org.entente.stix.type.pattern.Node.OfType;
import org.entente.stix.type.pattern.Node.OfValue;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;

/** Follows object paths (STIX 2.1 §9.7) through the table. */
final class Paths {
  private final Map<String, OfType> types = new HashMap<>();
  private final List<OfType> observables = new ArrayList<>();

  Paths(StixTable table) {
    for (StixType type : table.types()) {
      OfType node = OfType.of(type);
      types.put(type.name(), node);
      if (type.typeClass() == TypeClass.SCO) {
        observables.add(node);
      }
    }
  }

  /** Follows a path to its end. */
  Leaf follow(ObjectPath path) {
    OfType type = types.get(path.type());
    if (type == null) {
      return path.type().startsWith("x-")
          ? Leaf.UNKNOWN
          : Leaf.nowhere("there is no observable `" + path.type() + "`");
    }
    if (type.type().typeClass() != TypeClass.SCO) {
      return Leaf.nowhere("`" + path.type() + "` is no observable, which patterns are about");
    }
    return new PathWalk(this, path, type).leaf();
  }

  /**
   * Where a step to a property leads.
   *
   * @param property the property
   * @param list whether it leads to all of its items
   */
  Node node(Property property, boolean list) {
    OfType part =
        property.kind() == Kind.PART && !list ? types.get(property.detail().get(0)) : null;
    return part == null ? new OfValue(property, list) : part;
  }

  /** The types that a reference may lead to; all observables where the table names no type. */
  List<OfType> targets(Property reference) {
    List<OfType> targets = new ArrayList<>();
    for (String name : reference.detail()) {
      OfType target = types.get(name);
      if (target == null) {
        return observables;
      }
      targets.add(target);
    }
    return targets;
  }

  /** Whether the standard has an extension of that name, for whatever type. */
  boolean isPredefined(String extension) {
    OfType found = types.get(extension);
    return found != null && found.type().typeClass() == TypeClass.EXTENSION;
  }

  /** The predefined extension of a type, or none. */
  List<OfType> extension(String name, String of) {
    OfType found = types.get(name);
    return found != null && found.type().of().filter(of::equals).isPresent()
        ? List.of(found)
        : List.of();
  }
}
