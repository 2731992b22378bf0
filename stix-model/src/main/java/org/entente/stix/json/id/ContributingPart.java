// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.id;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes from an observable what contributes to its identifier. */
final class ContributingPart {
  /** What no double can hold is not to become a text. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

  /** The one hash that contributes is the first of these that is there (§2.9). */
  private static final List<String> PREFERRED = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  private final JsonParser parser;
  private final JsonGenerator part;
  private boolean empty = true;

  private ContributingPart(JsonParser parser, JsonGenerator part) {
    this.parser = parser;
    this.part = part;
  }

  /**
   * The part as an object of its own.
   *
   * @return empty when no property contributes
   * @throws IOException when the object is no JSON object
   */
  static Optional<String> of(byte[] object, Collection<String> contributing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonParser parser = JSON.createParser(object);
        JsonGenerator generator = JSON.createGenerator(text)) {
      ContributingPart part = new ContributingPart(parser, generator);
      part.copy(contributing);
      generator.flush();
      return part.empty ? Optional.empty() : Optional.of(text.toString());
    }
  }

  private void copy(Collection<String> contributing) throws IOException {
    part.writeStartObject();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!contributing.contains(name)) {
        parser.skipChildren();
      } else if (name.equals("hashes") && value == JsonToken.START_OBJECT) {
        hash();
      } else {
        empty = false;
        part.writeFieldName(name);
        part.copyCurrentStructure(parser);
      }
    }
    part.writeEndObject();
  }

  private void hash() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String algorithm = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        hashes.put(algorithm, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    String chosen = chosen(hashes);
    if (chosen != null) {
      empty = false;
      part.writeObjectFieldStart("hashes");
      part.writeStringField(chosen, hashes.get(chosen));
      part.writeEndObject();
    }
  }

  private static @Nullable String chosen(Map<String, String> hashes) {
    for (String algorithm : PREFERRED) {
      if (hashes.containsKey(algorithm)) {
        return algorithm;
      }
    }
    return hashes.isEmpty() ? null : hashes.keySet().iterator().next();
  }
}
