// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.util.List;
import java.util.Optional;
import org.entente.server.config.AddressRange;

/**
 * A credential as it is at this moment.
 *
 * @param credentialId {@code member/name}
 * @param memberId its member
 * @param usable whether its member is active and it has not expired
 * @param secrets those that open it, perhaps several while they rotate
 * @param passwordHash argon2id in its encoded form, where a person chose a password
 * @param allowFrom where it may come from; empty means anywhere
 */
public record KnownCredential(
    String credentialId,
    String memberId,
    boolean usable,
    List<StoredSecret> secrets,
    Optional<String> passwordHash,
    List<AddressRange> allowFrom) {
  /** Copies what is given. */
  public KnownCredential {
    secrets = List.copyOf(secrets);
    allowFrom = List.copyOf(allowFrom);
  }

  @Override
  public String toString() {
    return "KnownCredential[" + credentialId + "]";
  }
}
