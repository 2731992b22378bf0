// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import com.fasterxml.jackson.core.JsonGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes pages up to their ending. The producers' bytes are copied, never parsed. */
final class PageWriter {
  static final byte[] LAST_ENVELOPE = ascii(",\"more\":false}");
  static final byte[] LAST_RECORDS = ascii("}");

  private static final byte[] ENVELOPE = ascii("{\"objects\":[");

  private PageWriter() {}

  /** What comes before the ending: <code>{"objects":[…]</code>. */
  static byte[] envelope(List<PageRow> rows) {
    int size = ENVELOPE.length + Math.max(rows.size(), 1);
    for (PageRow row : rows) {
      size += row.bytes().length;
    }
    byte[] out = Arrays.copyOf(ENVELOPE, size);
    int at = ENVELOPE.length;
    for (PageRow row : rows) {
      System.arraycopy(row.bytes(), 0, out, at, row.bytes().length);
      at += row.bytes().length;
      out[at++] = ',';
    }
    out[size - 1] = ']';
    return out;
  }

  static byte[] manifest(List<PageRow> rows) {
    return withoutEnd(
        json -> {
          json.writeArrayFieldStart("objects");
          for (PageRow row : rows) {
            json.writeStartObject();
            json.writeStringField("id", row.id().toString());
            json.writeStringField("date_added", Position.text(row.added()));
            json.writeStringField("version", row.version());
            json.writeStringField("media_type", row.mediaType());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static byte[] versions(List<PageRow> rows) {
    return withoutEnd(
        json -> {
          json.writeArrayFieldStart("versions");
          for (PageRow row : rows) {
            json.writeString(row.version());
          }
          json.writeEndArray();
        });
  }

  private static byte[] withoutEnd(TaxiiJson.Script members) {
    byte[] whole =
        TaxiiJson.bytes(
            (JsonGenerator json) -> {
              json.writeStartObject();
              members.write(json);
              json.writeEndObject();
            });
    return Arrays.copyOf(whole, whole.length - 1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
