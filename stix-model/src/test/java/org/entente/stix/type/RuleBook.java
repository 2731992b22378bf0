// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.stix.type.table.Condition;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.StixTable;
import org.entente.stix.type.table.StixType;
import org.entente.stix.type.table.Strength;
import org.entente.stix.type.table.TypeClass;
import org.entente.stix.type.table.Vocabulary;

/** The page {@code docs/stix-rules.md}, written from the table. */
final class RuleBook {
  private static final Map<TypeClass, String> CHAPTERS =
      Map.of(
          TypeClass.SDO, "Domain objects",
          TypeClass.SRO, "Relationship objects",
          TypeClass.SCO, "Cyber-observables",
          TypeClass.SMO, "Meta objects",
          TypeClass.BUNDLE, "The bundle",
          TypeClass.EXTENSION, "Predefined extensions",
          TypeClass.PART, "Parts of objects");

  private final StixTable table = StixTable.standard();
  private final List<String> lines = new ArrayList<>();

  private RuleBook() {}

  static String page() {
    RuleBook book = new RuleBook();
    book.rules();
    book.common();
    book.types();
    book.vocabularies();
    return String.join("\n", book.lines) + "\n";
  }

  private void rules() {
    lines.add("# STIX 2.1: what objects are held against");
    lines.add("");
    lines.add("Written from the tables of `org.entente.stix.type`; a test fails when it is stale.");
    lines.add("Sections are those of STIX 2.1 with Errata 01. The profiles:");
    lines.add("");
    lines.add("| demand | lenient | standard | strict |");
    lines.add("|---|---|---|---|");
    for (Strength strength : Strength.values()) {
      String row = "| " + strength.name().toLowerCase(Locale.ROOT);
      for (Profile profile : Profile.values()) {
        row += " | " + profile.level(strength).map(Level::word).orElse("-");
      }
      lines.add(row + " |");
    }
    lines.add("");
    lines.add("## Rules");
    lines.add("");
    lines.add("| rule | section | about | seen in |");
    lines.add("|---|---|---|---|");
    for (StixRule rule : StixRule.values()) {
      String seen = rule.seen().words() + (rule.why().isEmpty() ? "" : ": " + rule.why());
      row(rule.name(), rule.section(), rule.title(), seen);
    }
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  private void common() {
    lines.add("");
    lines.add("## Common properties (§3.2)");
    lines.add("");
    lines.add(
        "| property | value | SDO, SRO | SCO | language-content | marking-definition | extension-definition | bundle | rule |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    StixType sdo = table.type("identity").orElseThrow();
    StixType sco = table.type("url").orElseThrow();
    List<Property> all = new ArrayList<>(sdo.properties());
    sco.property("defanged").ifPresent(all::add);
    for (Property property : all) {
      if (property.common()) {
        List<String> cells = new ArrayList<>(List.of("`" + property.name() + "`", value(property)));
        for (String type :
            List.of(
                "identity",
                "url",
                "language-content",
                "marking-definition",
                "extension-definition",
                "bundle")) {
          cells.add(
              table
                  .type(type)
                  .orElseThrow()
                  .property(property.name())
                  .map(it -> it.presence().word())
                  .orElse("-"));
        }
        cells.add(property.kind().rule().name());
        row(cells.toArray(String[]::new));
      }
    }
  }

  private void types() {
    for (TypeClass typeClass : TypeClass.values()) {
      lines.add("");
      lines.add("## " + CHAPTERS.get(typeClass));
      for (StixType type : table.types()) {
        if (type.typeClass() == typeClass) {
          type(type);
        }
      }
    }
  }

  private void type(StixType type) {
    lines.add("");
    lines.add("### " + type.name() + " (§" + type.section() + ")");
    lines.add("");
    type.of().ifPresent(of -> lines.add("Extends " + of + ".\n"));
    if (type.typeClass() == TypeClass.SCO) {
      String by = String.join("`, `", type.contributing());
      lines.add(
          (by.isEmpty() ? "Nothing contributes to its id." : "Its id is made of `" + by + "`.")
              + "\n");
    }
    lines.add("| property | value | presence | rule |");
    lines.add("|---|---|---|---|");
    for (Property property : type.properties()) {
      if (!property.common()) {
        row(
            "`" + property.name() + "`",
            value(property),
            property.presence().word(),
            rule(type, property));
      }
    }
    if (!type.conditions().isEmpty()) {
      lines.add("");
    }
    for (Condition condition : type.conditions()) {
      lines.add(
          "- "
              + condition.test().word()
              + condition.properties().stream()
                  .map(name -> " `" + name + "`")
                  .collect(Collectors.joining())
              + ": "
              + condition.strength().word()
              + ", "
              + condition.rule());
    }
  }

  private static String rule(StixType type, Property property) {
    String value = property.kind().rule().name();
    String missing = type.rule().name();
    return property.required() && !value.equals(missing) ? missing + ", " + value : value;
  }

  private static String value(Property property) {
    String detail = property.detail().isEmpty() ? "" : ": " + String.join(", ", property.detail());
    return property.words() + detail;
  }

  private void vocabularies() {
    lines.add("");
    lines.add("## Vocabularies and enumerations (§10)");
    lines.add("");
    lines.add("| name | section | open | values |");
    lines.add("|---|---|---|---|");
    for (Vocabulary vocabulary : table.vocabularies()) {
      row(
          "`" + vocabulary.name() + "`",
          "§" + vocabulary.section(),
          vocabulary.open() ? "yes" : "no",
          String.join(", ", vocabulary.values()));
    }
  }
}
