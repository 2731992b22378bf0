// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;

/** Media types (TAXII 2.1 §1.6.8), sent exactly and read with tolerance. */
final class Media {
  static final String TAXII = "application/taxii+json;version=2.1";

  private Media() {}

  /**
   * Refuses an answer that cannot be TAXII 2.1. Servers that call it {@code application/json}, or
   * nothing, are let through: the body decides.
   */
  static void check(HttpClientResponse response, String what) {
    String header = response.getHeader("Content-Type");
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT).replace(" ", "");
    if (type.startsWith("application/vnd.oasis.")) {
      throw new TaxiiException(
          TaxiiException.Kind.FORMAT, what + " speaks TAXII 2.0; only TAXII 2.1 is understood");
    }
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      throw new TaxiiException(
          TaxiiException.Kind.FORMAT, what + " answered a web page, not TAXII; is the URL right?");
    }
  }
}
