// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.entente.connector.feed.definition.DecodeSpec;
import org.entente.connector.feed.definition.DecodeSpec.Csv;
import org.entente.connector.feed.definition.DecodeSpec.Json;
import org.entente.connector.feed.definition.DecodeSpec.Lines;

/** Reads records out of text. Holds one record at a time. */
public interface Decoder {
  /**
   * Reads to the end.
   *
   * @param text the content
   * @param sink takes the records
   * @throws org.entente.connector.feed.unpack.FormatException when the text has not the form that
   *     the definition says
   */
  void decode(Reader text, RecordSink sink) throws IOException;

  /**
   * The decoder of a definition.
   *
   * @param spec what it says
   * @param columns how many cells rows have exactly
   */
  static Decoder of(DecodeSpec spec, Optional<Integer> columns) {
    if (spec.format() instanceof Lines lines) {
      return new LinesDecoder(lines, spec.empty());
    }
    if (spec.format() instanceof Csv csv) {
      return new CsvDecoder(csv, spec.empty(), columns);
    }
    if (spec.format() instanceof Json json) {
      return new JsonDecoder(json, spec.empty());
    }
    return new JsonLinesDecoder(spec.empty());
  }
}
