// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.resource.Document;

/** An exchange as its users meet it; what the model is run against. */
interface Exchange extends AutoCloseable {
  /**
   * Pushes objects.
   *
   * @return for each object whether it was taken; empty when the whole submission was refused
   */
  Optional<List<Boolean>> push(
      String credential, String collection, List<String> policies, List<String> objects);

  /** Deletes versions of an object; {@code version} is its text, empty for all of them. */
  Deletion delete(String credential, String collection, String id, Optional<String> version);

  /** Applies resources, all or nothing. */
  void apply(List<Document> documents);

  /** A page of a feed; empty when the credential may not read there, or not at all. */
  Optional<Page> poll(String credential, String collection, Query query);

  /** An object by id, its latest version or all; empty when there is none for the credential. */
  Optional<Page> get(String credential, String collection, String id, boolean all);

  /** Whether the credential may read the latest version of an object, as explained. */
  boolean explain(String credential, String collection, String id);

  /** Lets time pass. */
  void advance(Duration time);

  /** Stops, without a word to anybody, and starts on what is durable. */
  void restart();

  @Override
  void close();

  /** What came of a deletion. */
  enum Deletion {
    DONE,
    NOT_FOUND,
    FORBIDDEN,
    /** Not even asked: the credential may not read and write there. */
    DENIED
  }

  /**
   * What a poller asks.
   *
   * @param after positions greater than this; 0 for the start
   * @param limit at most so many
   * @param types only these; empty means all
   * @param all all versions, not only the latest
   */
  record Query(long after, int limit, Set<String> types, boolean all) {}

  /** Some items in order of position, and whether there are more. */
  record Page(List<Item> items, boolean more) {}

  /** One version as delivered. */
  record Item(long position, String id, String version, String json) {}
}
