// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes values as JSON in UTF-8, members in the order in which they come. */
public final class ObjectWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private ObjectWriter() {}

  /**
   * Writes an object.
   *
   * @param members texts, booleans, {@code Long}s, {@code BigDecimal}s, and lists and maps of them
   * @return its bytes, without white space
   * @throws IllegalArgumentException when there is anything else in it
   */
  public static byte[] write(Map<String, ?> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, members);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof List<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName((String) member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else {
      throw new IllegalArgumentException("no value of JSON: " + value.getClass());
    }
  }
}
