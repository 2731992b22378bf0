// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes up objects: valid ones, with every way of marking and referring that there is. */
final class Objects {
  static final List<String> TYPES =
      List.of(
          "indicator",
          "malware",
          "report",
          "note",
          "relationship",
          "sighting",
          "domain-name",
          "language-content");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant BIRTH = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> TLP1 =
      List.of(
          "613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "34098fce-860f-48ae-8e50-ebd3cc5e41da",
          "f88d31f6-486f-44da-b317-01333bde0b82",
          "5e57c739-391a-4eb3-b6be-7d15ca92d5ed");
  private static final List<String> TLP2 =
      List.of(
          "94868c89-83c2-464b-929b-a1a8aa3c8487",
          "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
          "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
          "939a9414-2ddd-4d32-a0cd-375ea402b003",
          "e828b379-4e03-4974-9ac4-e53a884c97c1");

  private final Dice dice;

  /** Statements that members mark with, by member; each is pushed sooner or later, or never. */
  private final Map<String, List<String>> statements = new TreeMap<>();

  Objects(Dice dice) {
    this.dice = dice;
  }

  static String time(int minutes) {
    return TIME.format(BIRTH.plus(Duration.ofMinutes(minutes)));
  }

  String freshId(String type) {
    return type + "--" + dice.uuid();
  }

  List<String> statements(String member) {
    return statements.computeIfAbsent(
        member, m -> List.of(freshId("marking-definition"), freshId("marking-definition")));
  }

  /** The beginning of an object that has versions. */
  ObjectNode versioned(String id, int created, int modified, String creator) {
    ObjectNode node = Thing.JSON.createObjectNode();
    node.put("type", Thing.typeOf(id)).put("spec_version", "2.1").put("id", id);
    if (!creator.isEmpty()) {
      node.put("created_by_ref", creator);
    }
    return node.put("created", time(created)).put("modified", time(modified));
  }

  /** What its type requires, references from the given ids. */
  void fill(ObjectNode node, List<String> ids) {
    switch (node.get("type").textValue()) {
      case "indicator" ->
          node.put("pattern", "[ipv4-addr:value = '198.51.100." + dice.below(255) + "']")
              .put("pattern_type", "stix")
              .put("valid_from", "2026-01-01T00:00:00Z");
      case "malware" -> node.put("name", "m" + dice.below(1000)).put("is_family", false);
      case "report" -> {
        node.put("name", "r").put("published", "2026-01-01T00:00:00Z");
        list(node, "object_refs", dice.few(ids, 4));
      }
      case "note" -> {
        node.put("content", dice.percent(20) ? "see " + dice.of(ids) : "n");
        list(node, "object_refs", dice.few(ids, 2));
      }
      case "relationship" ->
          node.put("relationship_type", "related-to")
              .put("source_ref", end(ids))
              .put("target_ref", end(ids));
      case "sighting" -> node.put("sighting_of_ref", ofTypes(ids, "indicator", "malware"));
      case "language-content" -> {
        node.put("object_ref", ofTypes(ids, "indicator", "malware", "report"));
        node.putObject("contents").putObject("de").put("name", "x" + dice.below(1000));
      }
      default -> throw new IllegalArgumentException(node.toString());
    }
  }

  private String end(List<String> ids) {
    List<String> fit = new ArrayList<>(ids);
    fit.removeIf(
        id ->
            List.of(
                    "relationship",
                    "sighting",
                    "marking-definition",
                    "language-content",
                    "extension-definition")
                .contains(Thing.typeOf(id)));
    return fit.isEmpty() ? freshId("malware") : dice.of(fit);
  }

  private String ofTypes(List<String> ids, String... types) {
    List<String> fit = new ArrayList<>(ids);
    fit.removeIf(id -> !List.of(types).contains(Thing.typeOf(id)));
    return fit.isEmpty() ? freshId(types[0]) : dice.of(fit);
  }

  private static void list(ObjectNode node, String field, Collection<String> values) {
    ArrayNode array = node.putArray(field);
    values.forEach(array::add);
  }

  /** Marks an object, or leaves it. */
  void mark(ObjectNode node, String member) {
    int roll = dice.below(100);
    List<String> markings = new ArrayList<>();
    if (roll < 80) {
      markings.add(tlp());
    }
    if (roll < 5) {
      markings.add(tlp());
    }
    if (dice.percent(10)) {
      markings.add(dice.of(statements(member)));
    } else if (dice.percent(3)) {
      markings.add(freshId("marking-definition"));
    }
    if (!markings.isEmpty()) {
      list(node, "object_marking_refs", new java.util.LinkedHashSet<>(markings));
    }
    if (dice.percent(3)) {
      ObjectNode granular = node.putArray("granular_markings").addObject();
      granular.put("marking_ref", "marking-definition--" + dice.of(TLP2));
      granular.putArray("selectors").add("type");
    }
  }

  private String tlp() {
    // the wide levels more often, or little would be seen
    int level = dice.of(0, 1, 1, 2, 2, 2, 3, 4);
    return "marking-definition--"
        + (level == 3 || dice.percent(70) ? TLP2.get(level) : TLP1.get(level == 4 ? 3 : level));
  }

  /** Something observed, out of few that everybody meets; {@code variant} tells contents apart. */
  ObjectNode observable(int which, int variant) {
    ObjectNode node = Thing.JSON.createObjectNode();
    String type = which % 4 == 3 ? "email-message" : which % 4 == 2 ? "email-addr" : "domain-name";
    String id = type + "--00000000-0000-5000-8000-00000000000" + which;
    node.put("type", type).put("spec_version", "2.1").put("id", id);
    if (type.equals("email-message")) {
      node.put("is_multipart", false).put("from_ref", observable(2, 0).get("id").textValue());
    } else {
      node.put("value", type.equals("email-addr") ? "a@b.example" : "d" + which + ".example");
    }
    return variant == 0 ? node : node.put("x_seen_by", "variant " + variant);
  }

  ObjectNode statement(String id, int created) {
    ObjectNode node = Thing.JSON.createObjectNode();
    node.put("type", "marking-definition").put("spec_version", "2.1").put("id", id);
    node.put("created", time(created)).put("definition_type", "statement");
    node.putObject("definition").put("statement", "for the eyes of friends");
    return node;
  }

  /** A definition of TLP that is none of the standard's. */
  ObjectNode ownTlp(int created) {
    ObjectNode node = statement(freshId("marking-definition"), created);
    node.put("definition_type", "tlp").putObject("definition").put("tlp", "white");
    return node;
  }

  ObjectNode extension(String id, int created, String creator) {
    ObjectNode node = versioned(id, created, created, creator);
    node.put("name", "e").put("schema", "https://example.com/schema").put("version", "1.0.0");
    node.putArray("extension_types").add("property-extension");
    return node;
  }

  void extend(ObjectNode node, String extension) {
    node.putObject("extensions").putObject(extension).put("extension_type", "property-extension");
  }
}
