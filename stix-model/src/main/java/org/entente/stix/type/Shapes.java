// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.type.table.Condition;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.TypeClass;
import org.jspecify.annotations.Nullable;

/** The table made ready for objects: a shape for each type, and one for types beyond it. */
final class Shapes {
  private static final String UNKNOWN = "";

  private static final class Standard {
    static final Shapes SHAPES = new Shapes(StixTable.standard());
  }

  private final StixTable table;
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Shape unknown;

  private Shapes(StixTable table) {
    this.table = table;
    for (StixType type : table.types()) {
      shapes.put(type.name(), shape(type));
    }
    unknown = new Shape(beyond(), slots(beyond()));
  }

  static Shapes standard() {
    return Standard.SHAPES;
  }

  /** A type, extension or part by its name. */
  @Nullable Shape named(String name) {
    return shapes.get(name);
  }

  /** The shape of an object: of its type, or of what is common to all. */
  Shape ofObject(String type) {
    Shape shape = shapes.get(type);
    return shape == null || !isObject(shape.type().typeClass()) ? unknown : shape;
  }

  private static boolean isObject(TypeClass typeClass) {
    return typeClass != TypeClass.EXTENSION && typeClass != TypeClass.PART;
  }

  private Shape shape(StixType type) {
    Shape done = shapes.get(type.name());
    if (done == null) {
      done = new Shape(type, slots(type));
      shapes.put(type.name(), done);
    }
    return done;
  }

  private List<Slot> slots(StixType type) {
    List<Slot> slots = new ArrayList<>();
    for (Property property : type.properties()) {
      Shape part = property.part().map(name -> shape(table.type(name).orElseThrow())).orElse(null);
      boolean only = !isByClass(property.detail());
      Set<String> targets = only ? Set.copyOf(property.detail()) : outside(property.detail());
      slots.add(new Slot(property, slots.size(), part, targets, only));
    }
    return slots;
  }

  private static boolean isByClass(List<String> detail) {
    return detail.stream().anyMatch(Set.of("any", "sdo", "sro", "sco")::contains);
  }

  /** The types of the standard that are in none of the classes. */
  private Set<String> outside(List<String> classes) {
    Set<String> outside = new HashSet<>();
    for (StixType type : table.types()) {
      TypeClass typeClass = type.typeClass();
      boolean inside =
          classes.contains("any")
              ? typeClass != TypeClass.BUNDLE
              : classes.contains(typeClass.word());
      if (!inside) {
        outside.add(type.name());
      }
    }
    return outside;
  }

  /** What may be common to objects that the standard does not know. */
  private StixType beyond() {
    List<Property> properties = new ArrayList<>();
    for (String like : List.of("identity", "url")) {
      for (Property property : table.type(like).orElseThrow().properties()) {
        if (property.common()
            && properties.stream().noneMatch(it -> it.name().equals(property.name()))) {
          boolean must = property.name().equals("type") || property.name().equals("id");
          properties.add(must ? property : property.optional());
        }
      }
    }
    List<Condition> conditions =
        table.type("identity").orElseThrow().conditions().stream()
            .filter(condition -> condition.test() == Condition.Test.NOT_BEFORE)
            .toList();
    return new StixType(
        UNKNOWN,
        TypeClass.SDO,
        "11",
        Optional.empty(),
        List.of(),
        StixRule.B36,
        properties,
        conditions);
  }
}
