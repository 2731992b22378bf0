// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Holds JSON against a template, in which a word in angles stands for a kind of value. */
final class Template {
  static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
  static final String UUID4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private Template() {}

  static void check(JsonNode expected, JsonNode actual, String where) {
    if (expected.isTextual() && expected.asText().startsWith("<")) {
      kind(expected.asText(), actual, where);
    } else if (expected instanceof ObjectNode object) {
      object(object, actual, where);
    } else if (expected instanceof ArrayNode array) {
      array(array, actual, where);
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  private static void object(ObjectNode expected, JsonNode actual, String where) {
    TreeSet<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    assertThat(actual.isObject()).as("%s is an object: %s", where, actual).isTrue();
    for (String name : names) {
      JsonNode wanted = expected.path(name);
      if (wanted.isMissingNode()) {
        fail("%s.%s is not expected: %s", where, name, actual.path(name));
      }
      check(wanted, actual.path(name), where + "." + name);
    }
  }

  private static void array(ArrayNode expected, JsonNode actual, String where) {
    assertThat(actual.isArray()).as("%s is an array: %s", where, actual).isTrue();
    if (expected.size() == 2 && expected.path(0).asText().equals("<each>")) {
      assertThat(actual.size()).as(where).isPositive();
      actual.forEach(one -> check(expected.path(1), one, where + "[]"));
      return;
    }
    assertThat(actual.size()).as("%s: %s", where, actual).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      check(expected.path(i), actual.path(i), where + "." + i);
    }
  }

  private static void kind(String word, JsonNode actual, String where) {
    String as = where + " is " + word + ": " + actual;
    switch (word) {
      case "<any>" -> assertThat(actual.isMissingNode()).as(as).isFalse();
      case "<absent>" -> assertThat(actual.isMissingNode()).as(as).isTrue();
      case "<text>" -> assertThat(actual.asText("")).as(as).isNotEmpty();
      case "<boolean>" -> assertThat(actual.isBoolean()).as(as).isTrue();
      case "<count>" ->
          assertThat(actual.isIntegralNumber() && actual.asLong() > 0).as(as).isTrue();
      case "<uuid>" -> assertThat(actual.asText("")).as(as).matches(UUID4);
      case "<time>" -> assertThat(actual.asText("")).as(as).matches(TIMESTAMP);
      case "<ascending>" -> ascending(actual, as);
      default -> {
        assertThat(word).as("an unknown word in a template").startsWith("<like ");
        assertThat(actual.asText("")).as(as).matches(word.substring(6, word.length() - 1));
      }
    }
  }

  private static void ascending(JsonNode actual, String as) {
    List<String> texts = new ArrayList<>();
    actual.forEach(one -> texts.add(one.asText()));
    assertThat(texts).as(as).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
  }

  /** What stands at a path of names and numbers; {@code *} is every element, {@code #} how many. */
  static JsonNode at(JsonNode body, String path) {
    JsonNode node = body;
    String[] parts = path.split("\\.");
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.equals("#")) {
        return JsonNodeFactory.instance.numberNode(node.size());
      }
      if (part.equals("*")) {
        String rest = path.substring(path.indexOf("*.") + 2);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        node.forEach(one -> all.add(at(one, rest)));
        return all;
      }
      node = node.isArray() ? element(node, part) : node.path(part);
    }
    return node;
  }

  private static JsonNode element(JsonNode array, String number) {
    int index = Integer.parseInt(number);
    JsonNode found = array.path(index < 0 ? array.size() + index : index);
    return found == null ? MissingNode.getInstance() : found;
  }
}
