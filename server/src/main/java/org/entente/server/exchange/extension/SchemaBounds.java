// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.extension;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds a schema to bounds: no deeper than objects are, no reference beyond its file, and none that
 * leads back to itself at the same place of an object, which would be followed for ever.
 */
final class SchemaBounds {
  private static final int DEEPEST = 64;
  private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

  /** What their values are is no schema. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

  private final JsonNode root;
  private final String place;
  private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());

  private SchemaBounds(JsonNode root, String place) {
    this.root = root;
    this.place = place;
  }

  /** Refuses a schema beyond the bounds. */
  static void check(JsonNode root, String place) {
    new SchemaBounds(root, place).walk(root, "", 1);
  }

  private void walk(JsonNode node, String pointer, int depth) {
    if (depth > DEEPEST) {
      throw refused(pointer, "is nested deeper than " + DEEPEST);
    }
    follow(node, pointer);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String below = pointer + "/" + field.getKey();
      String text = field.getValue().asText("");
      if (REFERENCES.contains(field.getKey()) && !text.isEmpty()) {
        reference(text, below);
      } else if (field.getKey().equals("pattern")) {
        expression(text, below);
      }
      if (!DATA.contains(field.getKey())) {
        walk(field.getValue(), below, depth + 1);
      }
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), pointer + "/" + i, depth + 1);
      }
    }
  }

  private void reference(String text, String pointer) {
    if (!text.startsWith("#")) {
      throw refused(pointer, "`" + text + "` leads out of the file; nothing is fetched");
    }
    if (isPointer(text) && target(text).isMissingNode()) {
      throw refused(pointer, "`" + text + "` leads nowhere");
    }
  }

  private void expression(String text, String pointer) {
    try {
      var unused = Pattern.compile(text);
    } catch (PatternSyntaxException broken) {
      throw refused(pointer, "is no regular expression: " + broken.getDescription());
    }
  }

  /** Follows what is applied at the same place of an object. */
  private void follow(JsonNode schema, String pointer) {
    if (!open.add(schema)) {
      throw refused(pointer, "refers to itself without end");
    }
    if (!done.contains(schema)) {
      applied(schema).forEach(other -> follow(other, pointer));
      done.add(schema);
    }
    open.remove(schema);
  }

  private List<JsonNode> applied(JsonNode schema) {
    List<JsonNode> all = new ArrayList<>();
    for (String keyword : List.of("allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies")) {
      schema.path(keyword).forEach(all::add);
    }
    for (String keyword : List.of("not", "if", "then", "else")) {
      all.add(schema.path(keyword));
    }
    for (String keyword : REFERENCES) {
      String reference = schema.path(keyword).asText("");
      if (isPointer(reference)) {
        all.add(target(reference));
      }
    }
    all.removeIf(other -> !other.isObject());
    return all;
  }

  /** Whether it is a place in the file; names are left to the library. */
  private static boolean isPointer(String reference) {
    return reference.equals("#") || reference.startsWith("#/");
  }

  private JsonNode target(String pointer) {
    return root.at(
        JsonPointer.compile(URLDecoder.decode(pointer.substring(1), StandardCharsets.UTF_8)));
  }

  private ExtensionException refused(String pointer, String reason) {
    return new ExtensionException(place + ": " + pointer + ": " + reason);
  }
}
