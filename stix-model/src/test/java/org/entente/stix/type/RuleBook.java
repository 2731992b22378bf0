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

  /** How to ask, and how to read the tables. */
  private static final String USE =
      """
      `validate` holds files against it, without a server:

      ```console
      $ java -jar server/target/entente.jar validate bad.json
      bad.json:/objects/2 indicator--4f6a1c7e-2b0d-4e59-9c38-7d5e1f0a2b64
        warning  /valid_form: `valid_form` is no property of indicator (B37, §7.3, §11)
        error    `valid_from` is missing (B31, §4.7)
      not valid: 4 objects in 1 file, 1 error, 1 warning
      ```

      It ends with 1 when there is an error; warnings let it end with 0. `--profile` says how strict it is,
      `standard` unless said. A server holds what is pushed against the profile of the collection, `validation:` in
      its document, `standard` as well unless said: an object with an error is refused, one with warnings is stored.

      Each finding breaks a rule with one of these demands; the profile makes it an error, a warning or nothing (`-`):

      - `storage`: nothing can be stored without it
      - `must`, `should`: the standard's MUST and SHOULD
      - `interop`: what the interoperability tests ask for beyond the standard
      - `advice`: what sense advises; never a reason to refuse
      - `deprecated`: what the standard allows and means to give up
      - `hint`: what is good to have, and hardly anybody has
      """;

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
    lines.add("Sections are those of STIX 2.1 with Errata 01.");
    lines.add("");
    lines.addAll(USE.lines().toList());
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
    lines.add(
        "A finding names its rule and the section. `seen in` says what has to be at hand for it.");
    lines.add(
        "Below, for each property: the `value` it takes, its `presence`, and the `rule` that a");
    lines.add("finding about it names (of two, the first where it is missing).");
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
