// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The administrators as they are now, from memory. */
public interface Administrators {
  /** By the key id of one of its secrets. */
  Optional<Known> byKeyId(String keyId);

  /** SHA-256 of the first token; empty once it is void. */
  Optional<byte[]> firstToken();

  /**
   * Takes note that an administrator has used a secret of its own; the second one to do so makes
   * the first token void. Called at every request, so it has to be quick when nothing is new.
   */
  Future<Void> used(String administrator);

  /**
   * An administrator and one of its secrets.
   *
   * @param id the administrator's id
   * @param roles what it may do
   * @param sha256 what is kept of the secret
   * @param expires when the secret ends, exclusive, if it does
   */
  record Known(String id, Set<Role> roles, byte[] sha256, Optional<Instant> expires) {
    @Override
    public String toString() {
      return "Known[" + id + "]";
    }
  }
}
