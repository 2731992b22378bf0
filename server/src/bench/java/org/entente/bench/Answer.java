// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire.
 *
 * @param status the HTTP status
 * @param head status line and headers
 * @param length bytes of the body
 * @param body the body, or null when nobody asked for it
 */
record Answer(int status, String head, long length, byte @Nullable [] body) {
  /** The value of a header, or empty text. */
  String header(String name) {
    String wanted = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
    int at = head.toLowerCase(Locale.ROOT).indexOf(wanted);
    if (at < 0) {
      return "";
    }
    int end = head.indexOf('\r', at + 2);
    return head.substring(at + wanted.length(), end).strip();
  }

  /** The body that was asked for. */
  byte[] bytes() {
    byte[] kept = body;
    if (kept == null) {
      throw new IllegalStateException("the body was not kept");
    }
    return kept;
  }

  /** The body that was asked for, as text. */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Status and the beginning of the body, for a complaint. */
  String said() {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return status + " " + text.substring(0, Math.min(300, text.length()));
  }
}
