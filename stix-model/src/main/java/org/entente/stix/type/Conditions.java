// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.StixTimestamp;
import org.entente.stix.type.table.Condition;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Holds an object that has ended against what must hold between its properties. */
final class Conditions {
  private final Place place;

  Conditions(Place place) {
    this.place = place;
  }

  /** What is missing. */
  void missing(Frame frame) {
    Shape shape = frame.shape();
    long missing = shape.required() & ~frame.seen();
    if (missing == 0) {
      return;
    }
    for (Property property : shape.type().properties()) {
      if ((shape.bit(property.name()) & missing) != 0) {
        if (property.kind() == Kind.SPEC_VERSION) {
          place.find(StixRule.B9, Strength.STORAGE, property, Texts.NO_SPEC_VERSION);
          continue;
        }
        StixRule rule = property.common() ? StixRule.B8 : shape.type().rule();
        place.find(rule, Strength.MUST, property, "`" + property.name() + "` is missing");
      }
    }
  }

  /** What does not hold. */
  void check(Frame frame) {
    Shape shape = frame.shape();
    for (Condition condition : shape.type().conditions()) {
      String reason = reason(condition, shape, frame);
      if (!reason.isEmpty()) {
        String section = Where.section(shape.type().section());
        String property = condition.properties().isEmpty() ? "" : condition.properties().get(0);
        place
            .findings()
            .add(
                place.tokens(),
                condition.rule(),
                condition.strength(),
                new Where(property, section, pointer(condition, frame, property)),
                reason);
      }
    }
  }

  private String pointer(Condition condition, Frame frame, String property) {
    boolean there = (frame.seen() & frame.shape().bit(property)) != 0;
    boolean about =
        condition.test() != Condition.Test.ANY && condition.test() != Condition.Test.ONE;
    return there && about ? place.pointer() + "/" + property : place.pointer();
  }

  /** Why a condition does not hold, empty when it does. */
  private static String reason(Condition condition, Shape shape, Frame frame) {
    List<String> names = condition.properties();
    return switch (condition.test()) {
      case ANY -> count(names, shape, frame) > 0 ? "" : noneOf(names);
      case ONE -> one(names, count(names, shape, frame));
      case TOGETHER -> together(names, count(names, shape, frame));
      case OWN ->
          (frame.seen() & shape.own()) != 0 ? "" : "there is no property of the object's own";
      case NEEDS -> has(names.get(0), shape, frame) ? needs("with", names, shape, frame) : "";
      case IF_TRUE ->
          frame.isTrue(shape.bit(names.get(0))) ? needs("with true", names, shape, frame) : "";
      case IF_FALSE ->
          frame.isFalse(shape.bit(names.get(0))) ? needs("with false", names, shape, frame) : "";
      case NOT_BEFORE -> order(names, shape, frame, 0);
      case AFTER -> order(names, shape, frame, 1);
    };
  }

  private static boolean has(String name, Shape shape, Frame frame) {
    return (frame.seen() & shape.bit(name)) != 0;
  }

  private static int count(List<String> names, Shape shape, Frame frame) {
    int count = 0;
    for (String name : names) {
      count += has(name, shape, frame) ? 1 : 0;
    }
    return count;
  }

  private static String noneOf(List<String> names) {
    return names.size() == 1
        ? "`" + names.get(0) + "` is missing"
        : "none of " + listed(names) + " is there";
  }

  private static String one(List<String> names, int count) {
    return count == 1
        ? ""
        : count == 0 ? noneOf(names) : "only one of " + listed(names) + " may be there";
  }

  private static String together(List<String> names, int count) {
    return count == 0 || count == names.size()
        ? ""
        : listed(names) + " come together or not at all";
  }

  private static String needs(String when, List<String> names, Shape shape, Frame frame) {
    List<String> broken = new ArrayList<>();
    for (String name : names.subList(1, names.size())) {
      boolean forbidden = name.startsWith("!");
      if (has(name.replace("!", ""), shape, frame) == forbidden) {
        broken.add(name);
      }
    }
    if (broken.isEmpty()) {
      return "";
    }
    boolean forbidden = broken.get(0).startsWith("!");
    String others = listed(broken).replace("!", "");
    String first = when.replace("with", "with `" + names.get(0) + "`");
    return others + (forbidden ? " may not be there " : " is missing ") + first;
  }

  private static String order(List<String> names, Shape shape, Frame frame, int least) {
    StixTimestamp late = frame.time(shape.index(names.get(0)));
    StixTimestamp early = frame.time(shape.index(names.get(1)));
    if (late == null || early == null || Integer.signum(late.compareTo(early)) >= least) {
      return "";
    }
    return "`"
        + names.get(0)
        + "` is "
        + (least == 0 ? "before" : "not after")
        + " `"
        + names.get(1)
        + "`";
  }

  private static String listed(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }
}
