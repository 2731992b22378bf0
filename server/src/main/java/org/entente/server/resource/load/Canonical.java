// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The one text of a document: members in the order of their names, no white space. */
final class Canonical {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Canonical() {}

  static String text(JsonNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(node, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonNode node, JsonGenerator json) throws IOException {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
        json.writeFieldName(entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (node.isArray()) {
      json.writeStartArray();
      for (JsonNode item : node) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (node.isTextual()) {
      json.writeString(node.textValue());
    } else if (node.isIntegralNumber()) {
      json.writeNumber(node.bigIntegerValue());
    } else if (node.isNumber()) {
      json.writeNumber(node.decimalValue().stripTrailingZeros());
    } else if (node.isBoolean()) {
      json.writeBoolean(node.booleanValue());
    } else {
      json.writeNull();
    }
  }
}
