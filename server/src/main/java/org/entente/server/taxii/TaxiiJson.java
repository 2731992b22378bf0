// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Writes JSON to bytes; a property without a value is left out (TAXII 2.1 §2). */
final class TaxiiJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private TaxiiJson() {}

  /** What writes one value. */
  interface Script {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] bytes(Script script) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      script.write(json);
    } catch (IOException unexpected) {
      throw new UncheckedIOException("writing to memory failed", unexpected);
    }
    return out.toByteArray();
  }

  static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}
