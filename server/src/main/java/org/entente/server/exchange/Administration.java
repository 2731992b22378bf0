// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.server.resource.Kind;

/**
 * What administrators do to the exchange. Every change is recorded in the audit log under the
 * actor's name; every list is ordered and paged by keys, so that it neither skips nor repeats.
 *
 * <p>A future fails with {@link OutOfDateException} as {@link #apply} says.
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
   *     changed since the basis, and with {@link ChangeRefusedException} when a member or
   *     collection would go that still has objects, or a policy would come back as another
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
}
