// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to objects and readers. A future fails with {@link UnknownNameException} where
 * a name is not known.
 */
public interface Reporting {

  /**
   * Who was given sight of stored objects by changes, in order.
   *
   * @param collection a collection's id or {@code root/alias}; all when absent
   * @param after gains with a greater number only; 0 for the first page
   * @param limit how many at most
   */
  Future<List<GainRecord>> gains(Optional<String> collection, long after, int limit);

  /**
   * What a curator should see, oldest first.
   *
   * @param after items with a greater number only; 0 for the first page
   * @param limit how many at most
   */
  Future<List<CurationItem>> curation(long after, int limit);

  /** How far a submission is, or empty when its id is unknown. */
  Future<Optional<SubmissionProgress>> submission(String id);
}
