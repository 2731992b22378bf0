// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.stix.StixId;

/** Looks at everything that is kept. Slow, and meant for a store that nobody else uses. */
public interface Inspection {
  /**
   * Compares what the store itself derives (numbers, positions, links, hashes of classes, chains)
   * with what it is derived from.
   *
   * @param findings is told of each thing that is wrong
   * @param watch is told how it goes
   */
  Future<Void> examine(Consumer<Finding> findings, Watch watch);

  /**
   * Ids that have versions, in an order of the store's own.
   *
   * @param after {@link Batch#last()} of the part before, 0 for the first
   * @param limit at most so many
   */
  Future<Batch> ids(long after, int limit);

  /** How much there is. */
  Future<Size> size();

  /** Every resource that was ever in force, each as it was at last. */
  Future<List<CatalogChange.Put>> resources();

  /**
   * A part of the ids.
   *
   * @param ids in order; none when there are no more
   * @param versions the numbers of all their versions
   * @param last where the next part begins after
   */
  record Batch(List<StixId> ids, Set<Long> versions, long last) {}

  /**
   * How much there is.
   *
   * @param record the commit record
   * @param ids that have versions
   * @param versions accepted ones, deleted ones too
   * @param rows that stand
   */
  record Size(CommitRecord record, long ids, long versions, long rows) {}
}
