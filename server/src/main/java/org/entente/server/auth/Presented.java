// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows of its sender.
 *
 * @param address where it comes from
 * @param authorization the header {@code Authorization}
 * @param apiKey the header {@code X-API-Key}
 * @param certificate a client certificate whose path has been validated
 */
public record Presented(
    InetAddress address,
    @Nullable String authorization,
    @Nullable String apiKey,
    Optional<X509Certificate> certificate) {
  boolean nothing() {
    return authorization == null && apiKey == null && certificate.isEmpty();
  }

  @Override
  public String toString() {
    return "Presented[" + address.getHostAddress() + "]";
  }
}
