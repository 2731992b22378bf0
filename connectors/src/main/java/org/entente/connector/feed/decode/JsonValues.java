// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.connector.feed.unpack.FormatException;
import org.jspecify.annotations.Nullable;

/** Reads values of JSON as records have them: strings, lists and mappings; null is nothing. */
final class JsonValues {
  /** Some sources leave control characters in their texts. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 20)
                  .maxNameLength(1000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private static final int MOST = 100_000;

  private final Set<String> empty;
  private int count;

  JsonValues(Set<String> empty) {
    this.empty = empty;
  }

  /** Reads the object at which a parser stands. */
  Map<String, Object> record(JsonParser parser) throws IOException {
    count = 0;
    return object(parser);
  }

  private Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  private @Nullable Object value(JsonParser parser) throws IOException {
    if (++count > MOST) {
      throw new FormatException("a record has more than " + MOST + " values");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NULL -> null;
      default -> {
        String text = parser.getText().strip();
        yield text.isEmpty() || empty.contains(text) ? null : text;
      }
    };
  }

  private List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }
}
