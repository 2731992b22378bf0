// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.connector.feed.definition.DecodeSpec.Json;
import org.entente.connector.feed.unpack.FormatException;
import org.jspecify.annotations.Nullable;

/** Records in a list or a mapping of JSON, whose keys are the field {@code _key}. */
final class JsonDecoder implements Decoder {
  private final List<String> path;
  private final JsonValues values;

  JsonDecoder(Json spec, Set<String> empty) {
    this.path = spec.path();
    this.values = new JsonValues(empty);
  }

  @Override
  public void decode(Reader text, RecordSink sink) throws IOException {
    try (JsonParser parser = JsonValues.FACTORY.createParser(text)) {
      parser.nextToken();
      for (String name : path) {
        enter(parser, name);
      }
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        list(parser, null, sink);
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        mapping(parser, sink);
      } else {
        throw missing();
      }
      toTheEnd(parser);
    } catch (JsonProcessingException e) {
      throw new FormatException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A file that is cut off is no file, even when its records are all there. */
  private void toTheEnd(JsonParser parser) throws IOException {
    while (parser.nextToken() != null) {
      parser.skipChildren();
    }
  }

  private void enter(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw missing();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
    throw missing();
  }

  private FormatException missing() {
    return new FormatException("there are no records at `/" + String.join("/", path) + "`");
  }

  private void mapping(JsonParser parser, RecordSink sink) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        list(parser, key, sink);
      } else {
        one(parser, key, sink);
      }
    }
  }

  private void list(JsonParser parser, @Nullable String key, RecordSink sink) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      one(parser, key, sink);
    }
  }

  private void one(JsonParser parser, @Nullable String key, RecordSink sink) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String text = parser.getText();
      parser.skipChildren();
      sink.take(RawRecord.broken(line, text, "the record is no object"));
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (key != null) {
      fields.put("_key", key);
    }
    fields.putAll(values.record(parser));
    sink.take(RawRecord.of(line, fields, fields::toString));
  }
}
