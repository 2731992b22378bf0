// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.List;
import java.util.Optional;

/**
 * The discovery resource (TAXII 2.1 §4.1.1).
 *
 * @param title the name of the exchange
 * @param description what it is for
 * @param contact whom to ask
 * @param apiRoots URLs, absolute or beginning with one slash; the first is the default
 */
public record Discovery(
    String title, Optional<String> description, Optional<String> contact, List<String> apiRoots) {
  /** Copies what is given. */
  public Discovery {
    apiRoots = List.copyOf(apiRoots);
  }

  /** The TAXII resource. */
  public byte[] json() {
    return TaxiiJson.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("title", title);
          TaxiiJson.optional(json, "description", description);
          TaxiiJson.optional(json, "contact", contact);
          if (!apiRoots.isEmpty()) {
            json.writeStringField("default", apiRoots.get(0));
            json.writeArrayFieldStart("api_roots");
            for (String root : apiRoots) {
              json.writeString(root);
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }
}
