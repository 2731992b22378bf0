// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives out secrets and ends them. What is done is recorded in the audit log under the actor's
 * name, by the secret's key and never by the secret. A future fails with {@link
 * UnknownNameException} where a name is not known.
 */
public interface Issuing {

  /**
   * Issues a secret for a credential; it is not kept and cannot be shown again.
   *
   * @param credential the credential's id
   * @param overlap how long the former secrets live on; zero ends them now
   * @param actor who does it
   */
  Future<IssuedSecret> issueSecret(String credential, Duration overlap, String actor);

  /** The keys of a credential's secrets that still open the door, oldest first. */
  Future<List<SecretKey>> secrets(String credential);

  /**
   * Ends secrets; the next request with one is refused.
   *
   * @param credential the credential's id
   * @param key which one; all, the password included, when absent
   * @param actor who does it
   * @return whether there was one
   */
  Future<Boolean> revokeSecret(String credential, Optional<String> key, String actor);

  /** Sets the password of a credential, for people and tests; replaces the one it had. */
  Future<Void> setPassword(String credential, Password password, String actor);

  /** Issues a secret for an administrator, in place of the ones it had. */
  Future<IssuedSecret> issueAdministratorSecret(String administrator, String actor);

  /** Ends an administrator's secrets; whether there was one. */
  Future<Boolean> revokeAdministratorSecret(String administrator, String actor);
}
