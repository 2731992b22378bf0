// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** A JSON object in each line. */
final class JsonLinesDecoder implements Decoder {
  private static final int LONGEST = 1 << 20;

  private final JsonValues values;

  JsonLinesDecoder(Set<String> empty) {
    this.values = new JsonValues(empty);
  }

  @Override
  public void decode(Reader text, RecordSink sink) throws IOException {
    LineSource lines = new LineSource(text, LONGEST);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        sink.take(lines.cut() ? tooLong(lines, line) : read(lines.number(), line));
      }
    }
  }

  private static RawRecord tooLong(LineSource lines, String line) {
    return RawRecord.broken(lines.number(), line, "the line is too long");
  }

  private RawRecord read(long number, String line) throws IOException {
    try (JsonParser parser = JsonValues.FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return RawRecord.broken(number, line, "the line is no JSON object");
      }
      RawRecord read = RawRecord.of(number, values.record(parser), () -> line);
      return parser.nextToken() == null
          ? read
          : RawRecord.broken(number, line, "the line goes on behind the JSON object");
    } catch (JsonProcessingException e) {
      return RawRecord.broken(number, line, "the line is no JSON");
    }
  }
}
