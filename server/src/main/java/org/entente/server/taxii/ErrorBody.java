// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

/**
 * The error message resource (TAXII 2.1 §3.6.1).
 *
 * @param failure what happened
 * @param errorId under which the operator finds it
 */
public record ErrorBody(TaxiiFailure failure, String errorId) {
  /** The TAXII resource. */
  public byte[] json() {
    return TaxiiJson.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("title", failure.title());
          json.writeStringField("description", failure.description());
          json.writeStringField("error_id", errorId);
          json.writeStringField("http_status", Integer.toString(failure.status()));
          json.writeEndObject();
        });
  }
}
