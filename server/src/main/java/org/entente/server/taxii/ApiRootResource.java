// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.Optional;

/**
 * The API root resource (TAXII 2.1 §4.2.1).
 *
 * @param title its name
 * @param description what it is for
 * @param maxContentLength the largest body that is taken, in bytes
 */
public record ApiRootResource(String title, Optional<String> description, long maxContentLength) {
  /** The TAXII resource. */
  public byte[] json() {
    return TaxiiJson.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("title", title);
          TaxiiJson.optional(json, "description", description);
          json.writeArrayFieldStart("versions");
          json.writeString(MediaTypes.TAXII);
          json.writeEndArray();
          json.writeNumberField("max_content_length", maxContentLength);
          json.writeEndObject();
        });
  }
}
