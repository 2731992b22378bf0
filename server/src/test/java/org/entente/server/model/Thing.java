// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object as the reference understands it, read out of the producer's text once more.
 *
 * @param json the text
 * @param id its id
 * @param version {@code modified}, else {@code created}, else a constant, as text
 * @param created as text, empty without
 * @param creator {@code created_by_ref}, empty without
 * @param markings targets of {@code object_marking_refs}
 * @param granular targets of {@code granular_markings}
 * @param labels its labels
 * @param definition {@code definition_type} of a marking-definition, empty otherwise
 * @param required what it is nothing without
 * @param listed what it lists
 * @param carried what travels with it: markings and extensions
 */
record Thing(
    String json,
    String id,
    String version,
    String created,
    String creator,
    List<String> markings,
    List<String> granular,
    Set<String> labels,
    String definition,
    Set<String> required,
    Set<String> listed,
    Set<String> carried) {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String UNVERSIONED = "1970-01-01T00:00:00.000Z";

  private static final Pattern ID_IN_TEXT =
      Pattern.compile("[a-z][a-z0-9-]*--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Set<String> OBSERVABLES =
      Set.of("domain-name", "ipv4-addr", "email-addr", "email-message", "url");

  static Thing parse(String json) {
    try {
      return read(json, JSON.readTree(json));
    } catch (java.io.IOException bad) {
      throw new IllegalArgumentException(json, bad);
    }
  }

  private static Thing read(String json, JsonNode node) {
    Set<String> required = new LinkedHashSet<>();
    Set<String> listed = new LinkedHashSet<>();
    collect(node, required, listed);
    String type = node.get("type").textValue();
    if (Set.of("report", "note").contains(type)) {
      for (String text : List.of("description", "content", "abstract")) {
        Matcher ids = ID_IN_TEXT.matcher(node.path(text).asText(""));
        while (ids.find()) {
          listed.add(ids.group());
        }
      }
    }
    List<String> markings = texts(node.path("object_marking_refs"));
    Set<String> carried = new LinkedHashSet<>(markings);
    node.path("extensions").fieldNames().forEachRemaining(carried::add);
    String id = node.get("id").textValue();
    required.remove(id);
    listed.remove(id);
    return new Thing(
        json,
        id,
        node.path("modified").asText(node.path("created").asText(UNVERSIONED)),
        node.path("created").asText(""),
        node.path("created_by_ref").asText(""),
        markings,
        granular(node),
        Set.copyOf(texts(node.path("labels"))),
        node.path("definition_type").asText(""),
        required,
        listed,
        carried);
  }

  private static void collect(JsonNode node, Set<String> required, Set<String> listed) {
    if (node.isArray()) {
      node.forEach(item -> collect(item, required, listed));
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (name.equals("created_by_ref") || name.contains("marking")) {
        continue;
      }
      if (name.endsWith("_ref")) {
        required.add(field.getValue().asText());
      } else if (name.endsWith("_refs")) {
        listed.addAll(texts(field.getValue()));
      } else if (field.getValue().isContainerNode()) {
        collect(field.getValue(), required, listed);
      }
    }
  }

  private static List<String> granular(JsonNode node) {
    List<String> targets = new ArrayList<>();
    node.path("granular_markings").forEach(item -> targets.add(item.path("marking_ref").asText()));
    return targets;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  static String typeOf(String id) {
    return id.substring(0, id.indexOf("--"));
  }

  String type() {
    return typeOf(id);
  }

  Instant instant() {
    return Instant.parse(version);
  }

  /** Whether everybody may bring the same one. */
  boolean ownerless() {
    return observable(id);
  }

  static boolean observable(String id) {
    return OBSERVABLES.contains(typeOf(id));
  }

  /** Whether it is of a kind that travels with what refers to it, and has no marking of its own. */
  boolean travels() {
    return travellingKind(id) && markings.isEmpty() && granular.isEmpty();
  }

  /** Whether objects of an id may travel; the definitions of TLP do not. */
  static boolean travellingKind(String id) {
    return observable(id)
        || typeOf(id).equals("extension-definition")
        || typeOf(id).equals("marking-definition") && Rules.tlp(id).isEmpty();
  }

  /** What an observer may not see it without; a translation not without what it translates. */
  Set<String> narrowing() {
    Set<String> all = new LinkedHashSet<>(required);
    all.addAll(listed);
    if (type().equals("language-content")) {
      all.removeIf(Thing::travellingKind);
    }
    return all;
  }

  /** Everything that it refers to. */
  Set<String> references() {
    Set<String> all = new LinkedHashSet<>(required);
    all.addAll(listed);
    all.addAll(carried);
    all.removeIf(target -> Rules.tlp(target).isPresent());
    return all;
  }

  boolean statement() {
    return type().equals("marking-definition") && definition.equals("statement");
  }

  Optional<String> translated() {
    return type().equals("language-content") ? required.stream().findFirst() : Optional.empty();
  }
}
