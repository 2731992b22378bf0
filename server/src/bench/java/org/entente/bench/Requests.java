// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Requests as bytes. */
final class Requests {
  static final String TAXII = "application/taxii+json;version=2.1";

  private Requests() {}

  /** HTTP Basic of a credential. */
  static String basic(String user, String secret) {
    byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A GET of a path with its query. */
  static byte[] get(String path, String authorization, boolean gzip) {
    String text =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: "
            + TAXII
            + "\r\nAuthorization: "
            + authorization
            + (gzip ? "\r\nAccept-Encoding: gzip" : "")
            + "\r\n\r\n";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A POST of an envelope. */
  static byte[] post(String path, String authorization, String policy, byte[] body) {
    String text =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: "
            + TAXII
            + "\r\nContent-Type: "
            + TAXII
            + "\r\nAuthorization: "
            + authorization
            + (policy.isEmpty() ? "" : "\r\nX-Exchange-Policy: " + policy)
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }
}
