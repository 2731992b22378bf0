// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON: objects one after the other, or arrays of them. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.DEPTH + 1)
                  .maxStringLength(Bounds.CHARACTERS)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final Source source;
  private Map<String, Integer> lines = new HashMap<>();
  private int nodes;

  JsonReader(Source source) {
    this.source = source;
  }

  /** Adds the documents to a list, up to where the text cannot be read. */
  void read(List<Tree> into) throws UnreadableException {
    try (JsonParser parser = FACTORY.createParser(source.text())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(tree(parser));
          }
        } else {
          into.add(tree(parser));
        }
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UnreadableException(line, "no JSON: " + reason(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UnreadableException(1, "no JSON: " + e.getMessage());
    }
  }

  private static String reason(String message) {
    return Sentences.cut(Character.toLowerCase(message.charAt(0)) + message.substring(1));
  }

  private Tree tree(JsonParser parser) throws IOException, UnreadableException {
    lines = new HashMap<>();
    int line = line(parser);
    JsonNode node = value(parser, "");
    Optional<String> file = Optional.of(source.file()).filter(name -> !name.isEmpty());
    return new Tree(new Place(file, line, lines), node);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private JsonNode value(JsonParser parser, String pointer)
      throws IOException, UnreadableException {
    if (++nodes > Bounds.NODES) {
      throw new UnreadableException(line(parser), "more than " + Bounds.NODES + " values");
    }
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      case VALUE_STRING -> json.textNode(Surrogates.checked(parser.getText(), line(parser)));
      case VALUE_NUMBER_INT -> json.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> json.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> json.booleanNode(true);
      case VALUE_FALSE -> json.booleanNode(false);
      case VALUE_NULL -> json.nullNode();
      default -> throw new UnreadableException(line(parser), "no JSON: a value is missing");
    };
  }

  private ObjectNode object(JsonParser parser, String pointer)
      throws IOException, UnreadableException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = Surrogates.checked(parser.currentName(), line(parser));
      String below = Place.below(pointer, name);
      lines.put(below, line(parser));
      parser.nextToken();
      object.set(name, value(parser, below));
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, String pointer)
      throws IOException, UnreadableException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String below = Place.below(pointer, Integer.toString(array.size()));
      lines.put(below, line(parser));
      array.add(value(parser, below));
    }
    return array;
  }
}
