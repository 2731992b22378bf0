// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.stix.StixId;
import org.entente.stix.type.syntax.Syntax;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixTable.Relationship;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.Strength;
import org.entente.stix.type.table.TypeClass;

/** Relationships beyond those that the standard suggests. */
final class Relations {
  private static final StixTable TABLE = StixTable.standard();
  private static final Map<String, List<Relationship>> BY_NAME = byName();

  private final Place place;
  private final Known known;

  Relations(Place place, Known known) {
    this.place = place;
    this.known = known;
  }

  private static Map<String, List<Relationship>> byName() {
    Map<String, List<Relationship>> byName = new HashMap<>();
    for (Relationship each : TABLE.relationships()) {
      byName.merge(
          each.name(),
          List.of(each),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return byName;
  }

  /** The object, if it is a relationship. */
  void check() {
    if (!known.type().equals("relationship")) {
      return;
    }
    Optional<String> source = standardType("source_ref");
    Optional<String> target = standardType("target_ref");
    String name = known.text("relationship_type");
    if (source.isEmpty() || target.isEmpty() || !Syntax.isRelationshipType(name)) {
      return;
    }
    boolean suggested =
        BY_NAME.getOrDefault(name, List.of()).stream()
            .anyMatch(each -> fits(each, source.get(), target.get()));
    if (!suggested) {
      String reason =
          "the standard suggests no `" + name + "` from " + source.get() + " to " + target.get();
      place
          .findings()
          .add(
              known.place("relationship_type"),
              StixRule.B32,
              Strength.ADVICE,
              new Where("relationship_type", "§5.1", "/relationship_type"),
              reason);
    }
  }

  private Optional<String> standardType(String property) {
    return StixId.parse(known.text(property))
        .map(StixId::type)
        .filter(type -> TABLE.type(type).filter(Relations::isEnd).isPresent());
  }

  private static boolean isEnd(StixType type) {
    return type.typeClass() == TypeClass.SDO || type.typeClass() == TypeClass.SCO;
  }

  private static boolean fits(Relationship each, String source, String target) {
    List<String> targets = each.targets();
    return (each.source().equals("any") || each.source().equals(source))
        && (targets.contains("any")
            || targets.contains(target)
            || (targets.contains("same") && source.equals(target))
            || (targets.contains("sco")
                && TABLE.type(target).orElseThrow().typeClass() == TypeClass.SCO));
  }
}
