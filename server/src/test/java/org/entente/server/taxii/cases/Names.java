// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** What the names of a case stand for. */
final class Names {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9@_-]+)}");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, ObjectNode> objects;
  private final int salt;

  /**
   * Names.
   *
   * @param objects by name
   * @param salt tells the ids of this case from those of others
   */
  Names(Map<String, ObjectNode> objects, int salt) {
    this.objects = objects;
    this.salt = salt;
  }

  void set(String name, String text) {
    texts.put(name, text);
  }

  /** The object of a name: one that the file has, or a numbered indicator. */
  ObjectNode object(String name) {
    ObjectNode found = objects.get(name);
    ObjectNode object = found == null ? numbered(name) : (ObjectNode) resolve(found);
    if (!object.has("id")) {
      object.put("id", id(object.path("type").asText(), name));
    }
    return object;
  }

  private ObjectNode numbered(String name) {
    Assertions.assertThat(name).as("the name of an object").matches("[0-9]+");
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("type", "indicator").put("spec_version", "2.1");
    object.put("id", id("indicator", name));
    object.put("created", "2026-01-01T00:00:00.000Z").put("modified", "2026-01-01T00:00:00.000Z");
    object.put("name", "number " + name);
    object.put("pattern", "[ipv4-addr:value = '198.51.100." + Integer.parseInt(name) % 256 + "']");
    object.put("pattern_type", "stix").put("valid_from", "2026-01-01T00:00:00Z");
    return object;
  }

  /** An id of this case: the same name gives the same id, and versions of an object share it. */
  private String id(String type, String name) {
    String ofObject = name.replaceAll("@.*", "");
    long bits = ofObject.hashCode() & 0xffffffffL;
    return "%s--%08x-0000-4000-8000-%012x".formatted(type, salt, bits);
  }

  /** A text with names in braces replaced; what is no name stays. */
  String resolve(String text) {
    Matcher names = NAME.matcher(text);
    StringBuilder out = new StringBuilder();
    while (names.find()) {
      names.appendReplacement(out, Matcher.quoteReplacement(meaning(names.group(1), names)));
    }
    return names.appendTail(out).toString();
  }

  private String meaning(String name, Matcher at) {
    String text = texts.get(name);
    if (text != null) {
      return text;
    }
    if (name.matches("[0-9]+")) {
      return object(name).path("id").asText();
    }
    return objects.keySet().stream()
        .filter(known -> known.equals(name) || known.startsWith(name + "@"))
        .findFirst()
        .map(known -> object(known).path("id").asText())
        .orElse(at.group());
  }

  /** JSON with names in braces replaced, and {@code "$name"} by the object of that name. */
  JsonNode resolve(JsonNode node) {
    if (node.isTextual()) {
      String text = node.asText();
      return text.matches("\\$[A-Za-z0-9@_-]+")
          ? object(text.substring(1))
          : JsonNodeFactory.instance.textNode(resolve(text));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode resolved = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> resolved.set(resolve(e.getKey()), resolve(e.getValue())));
      return resolved;
    }
    if (node instanceof ArrayNode array) {
      if (array.path(0).asText().equals("<times>")) {
        return times(array.path(1).asInt(), resolve(array.path(2)));
      }
      ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> resolved.add(resolve(each)));
      return resolved;
    }
    return node;
  }

  private static ArrayNode times(int count, JsonNode one) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      all.add(one);
    }
    return all;
  }
}
