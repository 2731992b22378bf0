// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.server.resource.Kind;

/**
 * What administrators do to the exchange. Every change is recorded in the audit log under the
 * actor's name; every list is ordered and paged by keys, so that it neither skips nor repeats.
 *
 * <p>A future fails with {@link UnknownNameException} where a name is not known, and with {@link
 * OutOfDateException} as {@link #apply} says.
 */
public interface Administration {

  /** All resources in force, as of one commit. */
  Future<ResourceSet> resources();

  /**
   * Applies a change, all or nothing, as one commit; it holds for every request that begins
   * afterwards.
   *
   * @param change what is written and deleted; its {@code basis} is compared inside the commit
   * @param dryRun whether to say what would happen and change nothing
   * @param actor who does it
   * @return what it does to readers; fails with {@link OutOfDateException} when resources have
   *     changed since the basis
   */
  Future<ApplyResult> apply(ResourceChange change, boolean dryRun, String actor);

  /**
   * Resources of one kind by id.
   *
   * @param kind the kind
   * @param after ids greater than this one only; empty for the first page
   * @param limit how many at most, at least 1
   * @param at as they were at this instant; now when absent
   */
  Future<List<StoredResource>> list(Kind kind, String after, int limit, Optional<Instant> at);

  /** One resource, or empty; {@code at} as in {@link #list}. */
  Future<Optional<StoredResource>> find(Kind kind, String id, Optional<Instant> at);

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

  /**
   * Who was given sight of stored objects by changes, in order.
   *
   * @param collection a collection's id or {@code root/alias}; all when absent
   * @param after gains with a greater number only; 0 for the first page
   * @param limit how many at most
   */
  Future<List<GainRecord>> gains(Optional<String> collection, long after, int limit);

  /** How far a submission is, or empty when its id is unknown. */
  Future<Optional<SubmissionProgress>> submission(String id);

  /** Audit records with a greater number, in order. */
  Future<List<AuditRecord>> audit(long after, int limit);

  /** The newest link of the audit chain. */
  Future<AuditHead> auditHead();
}
