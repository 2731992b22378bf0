// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What schemas have against a document, said to people. */
public final class Sentences {
  private static final int LONGEST = 100;

  private Sentences() {}

  static ResourceError of(Error error, JsonNode schema, Place place) {
    String pointer = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "required" ->
          place.error(
              Place.below(pointer, error.getProperty()),
              "field `" + error.getProperty() + "` is missing");
      case "additionalProperties" ->
          place.error(
              Place.below(pointer, error.getProperty()),
              unknown(error.getProperty(), schema.path("properties")));
      case "propertyNames" ->
          place.error(
              Place.below(pointer, error.getProperty()),
              "`" + cut(error.getProperty()) + "` cannot be a name here");
      default -> place.error(pointer, sentence(error, schema));
    };
  }

  private static String sentence(Error error, JsonNode schema) {
    JsonNode keyword = schema.path(error.getKeyword());
    JsonNode value = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "type" -> "must be " + typed(keyword) + ", is " + actual(value);
      case "enum" -> shown(value) + " is none of " + choice(keyword);
      case "const" -> shown(value) + " must be " + shown(keyword);
      case "pattern" -> shown(value) + " is not " + schema.path("title").asText("well formed");
      case "minimum" -> shown(value) + " is less than " + keyword;
      case "maximum" -> shown(value) + " is more than " + keyword;
      case "minItems" -> value.isEmpty() ? "is an empty list" : "needs " + keyword + " entries";
      case "maxItems" -> "has more than " + keyword + " entries";
      case "uniqueItems" -> "names something twice";
      case "minProperties", "maxProperties" ->
          "must be " + schema.path("title").asText("one field or more");
      default -> error.getMessage();
    };
  }

  /** A text out of a document, quoted and not too long. */
  public static String shown(JsonNode value) {
    return "`" + cut(value.isTextual() ? value.textValue() : value.toString()) + "`";
  }

  /** A text on one line, cut where it is long. */
  public static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static String choice(Iterable<JsonNode> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(word -> quoted.add(shown(word)));
    return String.join(", ", quoted);
  }

  private static String typed(JsonNode type) {
    return switch (type.asText()) {
      case "array" -> "a list";
      case "object" -> "a mapping";
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      default -> "a number";
    };
  }

  private static String actual(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      case NULL -> "empty";
      default -> shown(value);
    };
  }

  private static String unknown(String name, JsonNode known) {
    List<String> names = new ArrayList<>();
    known.fieldNames().forEachRemaining(names::add);
    return "unknown field `"
        + cut(name)
        + "`"
        + nearest(name, names).map(near -> "; did you mean `" + near + "`?").orElse("");
  }

  /** The name that was probably meant. */
  public static Optional<String> nearest(String name, List<String> names) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String best = "";
    int least = Math.min(3, name.length() / 2 + 1);
    for (String candidate : names) {
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** How many letters must be put, taken or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
