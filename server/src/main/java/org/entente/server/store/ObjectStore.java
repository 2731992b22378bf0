// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.stix.StixId;

/** Objects, rows, classes and gains. */
public interface ObjectStore {
  /**
   * Commits: loads what the keys name, lets it be decided, and writes the plan, all in one
   * transaction that may be shared with others that wait.
   *
   * @param keys what is wanted from the start
   * @param weight how many objects it is about, at least 1
   * @param decide the rules
   * @return once it is durable; failed with a {@link StoreException}, and then nothing was written
   */
  <T> Future<Committed<T>> commit(Keys keys, int weight, Decide<T> decide);

  /** The commit record, as of an instant after the call. */
  Future<CommitRecord> look();

  /** A page of a reader's feed. */
  default Future<RowPage> page(RowQuery query) {
    return page(query, page -> page);
  }

  /**
   * What is made of a page, on the thread that has read it: its bytes are at hand there, and would
   * be fetched over to any other.
   *
   * @param make does not wait, and asks nothing of the store
   */
  <T> Future<T> page(RowQuery query, Function<RowPage, T> make);

  /**
   * Every live version of an id with its rows, and the deleted ones, for explaining.
   *
   * @param id the object
   * @param position as it was at this position, inclusive; {@link Long#MAX_VALUE} for now
   */
  Future<List<StoredVersion>> versions(StixId id, long position);

  /**
   * Audience classes in order of their numbers.
   *
   * @param after the number to start after
   */
  Future<List<String>> classes(int after);

  /**
   * Gains in order of their numbers.
   *
   * @param after the number to start after
   */
  Future<List<Gain>> gains(long after);

  /** The last position of each collection that has rows. */
  Future<Map<String, Long>> tails();

  /**
   * Tells of every commit, in their order, before its future completes; on a thread of the store,
   * which must not be held up.
   *
   * @param listener told of each commit from now on
   */
  void listen(Consumer<Committed<?>> listener);

  /** How many heads of each class each collection has: by collection, by class number. */
  Future<Map<String, Map<Integer, Long>>> headCounts();

  /**
   * Shadows that were not taken out again, in order of their numbers.
   *
   * @param after the number to start after
   * @param limit at most so many
   */
  Future<List<Shadow>> shadows(long after, int limit);

  /** The readers that have polled. */
  Future<List<Asked>> asked();
}
