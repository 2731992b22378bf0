// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.stix.StixId;

/**
 * Answers who may see what, and why: by the same functions that decide, never by another rule.
 *
 * <p>A future fails with {@link UnknownNameException} where a credential, a collection, a policy or
 * an object is not known.
 */
public interface Explaining {

  /**
   * Why one reader may or may not see an object.
   *
   * @param credential the reader, a credential's id
   * @param collection id or {@code root/alias}
   * @param object the object's id
   * @param version its {@code modified} as text; the head when absent
   * @param at under the rules and objects of this instant; now when absent
   */
  Future<Explanation> explain(
      String credential,
      String collection,
      StixId object,
      Optional<String> version,
      Optional<Instant> at);

  /** Who sees an object and who does not, grouped by reason; version as in {@link #explain}. */
  Future<WhoSees> who(StixId object, Optional<String> version);

  /**
   * Who would see objects if they were pushed now; nothing is stored.
   *
   * @param credential who would push, a credential's id
   * @param collection id or {@code root/alias}
   * @param policies ids as {@code X-Exchange-Policy} names them
   * @param envelope the body of the push
   * @return one for each object, in order
   */
  Future<List<Preview>> preview(
      String credential, String collection, List<String> policies, Buffer envelope);
}
