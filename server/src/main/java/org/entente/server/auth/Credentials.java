// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The credentials as they are now, from memory. Asked at every request, so that a revocation holds
 * from the next one.
 */
public interface Credentials {
  /** By {@code member/name}. */
  Optional<KnownCredential> byId(String credentialId);

  /** By the key id of one of its secrets. */
  Optional<KnownCredential> byKeyId(String keyId);

  /**
   * By a client certificate that the TLS layer has verified.
   *
   * @param sha256 of the certificate's DER form, hexadecimal in lower case
   * @param subject its subject; names that RFC 5280 §7.1 holds equal are equal
   */
  Optional<KnownCredential> byCertificate(String sha256, X500Principal subject);
}
