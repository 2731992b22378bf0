// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

/**
 * A secret as it is kept: never itself.
 *
 * @param holder the credential's or administrator's id; administrators' begin with {@code admin:}
 * @param key its public key id
 * @param verifier SHA-256 of the secret, or an argon2id hash in PHC form, as text
 * @param expires when it ends; {@link Long#MAX_VALUE} for never; microseconds since the epoch
 */
public record StoredSecret(String holder, String key, String verifier, long expires) {
  /** Names the holder and key alone. */
  @Override
  public String toString() {
    return holder + "#" + key;
  }
}
