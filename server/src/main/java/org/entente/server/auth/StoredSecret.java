// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of a secret.
 *
 * @param keyId the part of the secret that names it
 * @param sha256 of the whole secret
 * @param expires the first moment at which it is no longer valid
 */
public record StoredSecret(String keyId, byte[] sha256, Optional<Instant> expires) {
  @Override
  public boolean equals(Object other) {
    return other instanceof StoredSecret that
        && keyId.equals(that.keyId)
        && Arrays.equals(sha256, that.sha256)
        && expires.equals(that.expires);
  }

  @Override
  public int hashCode() {
    return keyId.hashCode();
  }

  @Override
  public String toString() {
    return "StoredSecret[" + keyId + "]";
  }
}
