// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * What a client certificate is known by.
 *
 * @param sha256 of its DER form, hexadecimal in lower case
 * @param subject whom it names
 */
record CertificateName(String sha256, X500Principal subject) {
  static CertificateName of(X509Certificate certificate) {
    try {
      byte[] hash = SecretFactory.digest().digest(certificate.getEncoded());
      return new CertificateName(
          HexFormat.of().formatHex(hash), certificate.getSubjectX500Principal());
    } catch (CertificateEncodingException unreadable) {
      throw AuthFailure.refused("the client certificate cannot be read");
    }
  }

  /** Remembers names as long as the connections with the certificates live. */
  static LoadingCache<X509Certificate, CertificateName> cache() {
    return Caffeine.newBuilder().weakKeys().maximumSize(10_000).build(CertificateName::of);
  }
}
