// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where credentials may go (RFC 6454): scheme, host and port.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, an IPv6 address without brackets
 * @param port never -1
 */
record Origin(String scheme, String host, int port) {
  /** Reads the origin of an absolute URL, or nothing when the URL is none for HTTP. */
  static Optional<Origin> of(URI url) {
    if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return Optional.of(new Origin(scheme, host, port));
  }

  boolean encrypted() {
    return scheme.equals("https");
  }

  boolean loopback() {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
