// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.feed.definition.MapRule.Action;
import org.entente.connector.feed.definition.MapRule.Common;
import org.entente.connector.feed.definition.MapRule.Indicator;
import org.entente.connector.feed.definition.MapRule.Malware;
import org.entente.connector.feed.definition.MapRule.Note;
import org.entente.connector.feed.definition.MapRule.Observable;
import org.entente.connector.feed.definition.MapRule.Part;
import org.entente.connector.feed.definition.MapRule.Reference;
import org.entente.connector.feed.definition.MapRule.Validity;
import org.entente.connector.feed.definition.MapRule.Vulnerability;
import org.entente.connector.feed.expression.Expression;
import org.entente.document.Place;

/** Reads {@code map}. */
final class RuleReading {
  private static final Set<String> HASHED = Set.of("file", "x509-certificate");

  private final Reading reading;

  RuleReading(Reading reading) {
    this.reading = reading;
  }

  List<MapRule> read() {
    List<MapRule> rules = new ArrayList<>();
    for (int i = 0; i < reading.at("/map").size(); i++) {
      rule("/map/" + i).ifPresent(rules::add);
    }
    return List.copyOf(rules);
  }

  private Optional<MapRule> rule(String pointer) {
    JsonNode node = reading.at(pointer);
    boolean indicator = node.has("indicator");
    if (indicator == node.has("vulnerability")) {
      reading.wrong(pointer, "must have one of `indicator` and `vulnerability`");
      return Optional.empty();
    }
    Set<String> others = indicator ? Set.of("course_of_action", "note") : Set.of("malware", "emit");
    for (String other : others) {
      if (node.has(other)) {
        reading.wrong(
            Place.below(pointer, other),
            "does not go with `" + (indicator ? "indicator" : "vulnerability") + "`");
      }
    }
    return Optional.of(
        new MapRule(
            reading.conditions(pointer + "/when"),
            indicator ? indicator(pointer) : vulnerability(pointer)));
  }

  private Common common(String pointer) {
    return new Common(
        reading.expression(pointer + "/name"),
        reading.expression(pointer + "/description"),
        reading.expressions(pointer + "/labels"),
        reading.expression(pointer + "/created"),
        references(pointer + "/refs"));
  }

  private List<Reference> references(String pointer) {
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < reading.at(pointer).size(); i++) {
      String below = pointer + "/" + i;
      references.add(
          new Reference(
              reading.need(below + "/source_name"),
              reading.expression(below + "/external_id"),
              reading.expression(below + "/url"),
              reading.expression(below + "/description")));
    }
    return List.copyOf(references);
  }

  private Indicator indicator(String pointer) {
    String below = pointer + "/indicator";
    return new Indicator(
        common(below),
        observable(below + "/observable"),
        reading.texts(below + "/indicator_types"),
        reading.expression(below + "/valid_from"),
        validity(below + "/valid_for"),
        reading.expression(below + "/confidence"),
        malware(pointer + "/malware"),
        emit(pointer + "/emit"));
  }

  private Observable observable(String pointer) {
    String type = reading.text(pointer + "/type").orElse("");
    Map<String, Expression> hashes = new LinkedHashMap<>();
    reading
        .at(pointer + "/hashes")
        .fieldNames()
        .forEachRemaining(
            name -> hashes.put(name, reading.need(Place.below(pointer + "/hashes", name))));
    boolean hashed = HASHED.contains(type);
    if (hashed == hashes.isEmpty() || hashed != reading.at(pointer + "/value").isMissingNode()) {
      reading.wrong(
          pointer, "`" + type + "` needs `" + (hashed ? "hashes" : "value") + "` and nothing else");
    }
    return new Observable(
        type,
        reading.expression(pointer + "/value"),
        reading.expression(pointer + "/port"),
        reading.expression(pointer + "/name"),
        Map.copyOf(hashes));
  }

  private Validity validity(String pointer) {
    Map<String, String> durations = new LinkedHashMap<>();
    JsonNode node = reading.at(pointer);
    if (node.isTextual()) {
      durations.put("", node.textValue());
    }
    node.properties()
        .forEach(
            entry -> {
              String value = entry.getKey().toLowerCase(Locale.ROOT);
              if (!value.equals("by")) {
                durations.put(value.equals("default") ? "" : value, entry.getValue().asText());
              }
            });
    return new Validity(reading.text(pointer + "/by"), Map.copyOf(durations));
  }

  private Optional<Malware> malware(String pointer) {
    if (reading.at(pointer).isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new Malware(
            reading.need(pointer + "/name"),
            reading.expression(pointer + "/aliases"),
            reading.texts(pointer + "/malware_types")));
  }

  private Set<Part> emit(String pointer) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String word : reading.texts(pointer)) {
      parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
  }

  private Vulnerability vulnerability(String pointer) {
    Optional<Action> action =
        reading.at(pointer + "/course_of_action").isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Action(
                    reading.need(pointer + "/course_of_action/name"),
                    reading.need(pointer + "/course_of_action/description")));
    Optional<Note> note =
        reading.at(pointer + "/note").isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Note(
                    reading.expression(pointer + "/note/abstract"),
                    reading.need(pointer + "/note/content")));
    return new Vulnerability(common(pointer + "/vulnerability"), action, note);
  }
}
