// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret that was just made.
 *
 * @param username the credential's or the administrator's id
 * @param secret the text, to be shown once and kept nowhere
 * @param key which one it is, for revoking it; not secret
 * @param expiresPrevious when the former ones end; absent when there were none
 */
public record IssuedSecret(
    String username, String secret, String key, Optional<Instant> expiresPrevious) {
  @Override
  public String toString() {
    return "IssuedSecret[username=" + username + ", key=" + key + ", secret=<hidden>]";
  }
}
