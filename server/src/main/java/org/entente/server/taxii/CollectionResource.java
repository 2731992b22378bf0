// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The collection resource (TAXII 2.1 §5.2.1), for one requester.
 *
 * @param id a random UUID in lower case
 * @param title its name
 * @param description what it holds
 * @param alias a second name in its root
 * @param canRead whether the requester may read it
 * @param canWrite whether the requester may push to it
 */
public record CollectionResource(
    String id,
    String title,
    Optional<String> description,
    Optional<String> alias,
    boolean canRead,
    boolean canWrite) {
  /** The TAXII resource. */
  public byte[] json() {
    return TaxiiJson.bytes(this::write);
  }

  /** Several of them (TAXII 2.1 §5.1.1); without any, an empty object. */
  public static byte[] json(List<CollectionResource> collections) {
    return TaxiiJson.bytes(
        json -> {
          json.writeStartObject();
          if (!collections.isEmpty()) {
            json.writeArrayFieldStart("collections");
            for (CollectionResource collection : collections) {
              collection.write(json);
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("title", title);
    TaxiiJson.optional(json, "description", description);
    TaxiiJson.optional(json, "alias", alias);
    json.writeBooleanField("can_read", canRead);
    json.writeBooleanField("can_write", canWrite);
    json.writeArrayFieldStart("media_types");
    json.writeString(MediaTypes.STIX);
    json.writeEndArray();
    json.writeEndObject();
  }
}
