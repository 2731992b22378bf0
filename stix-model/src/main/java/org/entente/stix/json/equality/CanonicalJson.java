// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.equality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as bytes that are the same for the same value: members sorted by name, strings
 * without escapes behind their length, one spelling for each number. Nothing for anybody to read;
 * members are sorted where they stand, so it takes little more room than the text it is of.
 */
final class CanonicalJson {
  private static final int LENGTH_BYTES = 4;

  private final JsonParser parser;
  private byte[] bytes;
  private int end;

  private CanonicalJson(JsonParser parser, int length) {
    this.parser = parser;
    this.bytes = new byte[length + 16];
  }

  /**
   * Reads one value.
   *
   * @throws IOException when it is not JSON, beyond the factory's limits, or not the only one
   */
  static byte[] of(JsonFactory json, byte[] text) throws IOException {
    try (JsonParser parser = json.createParser(text)) {
      CanonicalJson canonical = new CanonicalJson(parser, text.length);
      canonical.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
      return Arrays.copyOf(canonical.bytes, canonical.end);
    }
  }

  private void value(@Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw new JsonParseException(parser, "no value");
    }
    switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text('"', parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text('0', CanonicalNumber.of(parser.getText()));
      default -> put(parser.getText().charAt(0));
    }
  }

  private void array() throws IOException {
    put('[');
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      value(token);
    }
    put(']');
  }

  private void object() throws IOException {
    put('{');
    int[] starts = new int[8];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (count + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count + 2);
      }
      starts[count++] = end;
      text(':', parser.currentName());
      value(parser.nextToken());
    }
    starts[count] = end;
    sort(starts, count);
    put('}');
  }

  private void sort(int[] starts, int count) {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Comparator<Integer> byName = (i, j) -> compareNames(starts[i], starts[j]);
    Arrays.sort(order, byName);
    byte[] before = Arrays.copyOfRange(bytes, starts[0], end);
    int at = starts[0];
    for (int i : order) {
      int length = starts[i + 1] - starts[i];
      System.arraycopy(before, starts[i] - starts[0], bytes, at, length);
      at += length;
    }
  }

  private int compareNames(int a, int b) {
    return Arrays.compare(bytes, a, nameEnd(a), bytes, b, nameEnd(b));
  }

  private int nameEnd(int member) {
    int length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      length = length << 8 | (bytes[member + 1 + i] & 0xff);
    }
    return member + 1 + LENGTH_BYTES + length;
  }

  private void text(char kind, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put(kind);
    for (int shift = 24; shift >= 0; shift -= 8) {
      put(utf8.length >>> shift);
    }
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    end += utf8.length;
  }

  private void put(int b) {
    reserve(1);
    bytes[end++] = (byte) b;
  }

  private void reserve(int length) {
    if (bytes.length - end < length) {
      bytes = Arrays.copyOf(bytes, Math.max(end + length, 2 * bytes.length));
    }
  }
}
