// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.entente.server.exchange.decide.MarkingKind;
import org.entente.stix.StixObject;
import org.entente.stix.TlpMarkings;

/** What kind of marking a marking-definition defines. */
final class MarkingReader {
  private static final JsonFactory JSON = new JsonFactory();

  private MarkingReader() {}

  /** The kind of an object; {@code NONE} for one that defines no marking. */
  static MarkingKind kind(StixObject object) {
    if (!object.id().type().equals("marking-definition")) {
      return MarkingKind.NONE;
    }
    if (TlpMarkings.level(object.id()).isPresent()) {
      return MarkingKind.TLP;
    }
    String type = "";
    boolean extended = false;
    try (JsonParser parser = JSON.createParser(object.bytes())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return MarkingKind.OTHER;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("definition_type") && value == JsonToken.VALUE_STRING) {
          type = parser.getText();
        }
        extended |= name.equals("extensions");
        parser.skipChildren();
      }
    } catch (IOException broken) {
      return MarkingKind.OTHER;
    }
    if (type.equals("tlp")) {
      return MarkingKind.FOREIGN_TLP;
    }
    // An extension may say anything, so a definition with one is not understood.
    return type.equals("statement") && !extended ? MarkingKind.STATEMENT : MarkingKind.OTHER;
  }
}
