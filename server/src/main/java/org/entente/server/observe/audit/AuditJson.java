// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe.audit;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.AuditRecord;
import org.entente.server.taxii.Position;

/** Audit records as the API gives them and an export keeps them. */
public final class AuditJson {
  private AuditJson() {}

  /**
   * A record. Its detail is the object that was written, unless its text is no longer the canonical
   * one (RFC 8785): then somebody has changed it, and it is given as the text that is there.
   */
  public static JsonObject of(AuditRecord record) {
    String detail = record.entry().detail();
    return new JsonObject()
        .put("number", record.seq())
        .put("at", Position.instant(record.position()).toString())
        .put("actor", record.entry().actor())
        .put("action", record.entry().action())
        .put("subject", record.entry().subject())
        .put("detail", isCanonical(detail) ? new JsonObject(detail) : detail)
        .put("hash", HexFormat.of().formatHex(record.hash()));
  }

  private static boolean isCanonical(String detail) {
    try {
      return detail.startsWith("{") && CanonicalJson.of(detail).equals(detail);
    } catch (IllegalArgumentException changed) {
      return false;
    }
  }

  /**
   * Reads a record back.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static AuditRecord parse(JsonObject json) {
    try {
      Object detail = json.getValue("detail");
      return new AuditRecord(
          json.getLong("number"),
          Position.of(Instant.parse(json.getString("at"))),
          new AuditEntry(
              json.getString("actor"),
              json.getString("action"),
              json.getString("subject"),
              detail instanceof JsonObject object
                  ? CanonicalJson.of(object.encode())
                  : String.valueOf(detail)),
          HexFormat.of().parseHex(json.getString("hash")));
    } catch (ClassCastException | DateTimeException | NullPointerException no) {
      throw new IllegalArgumentException("this is no audit record", no);
    }
  }
}
