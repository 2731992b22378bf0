// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.time.Instant;
import java.util.Set;
import org.entente.stix.StixId;

/**
 * A page of a reader's feed in one collection.
 *
 * @param collection the collection's id
 * @param view what the reader sees there
 * @param after positions greater than this
 * @param versions which versions count
 * @param types only these types; empty means all
 * @param ids only these ids; empty means all
 * @param limit at most so many rows, and one more is looked for
 * @param maxBytes the page ends before this many bytes, with at least one row
 * @param content whether the bytes are wanted
 */
public record RowQuery(
    String collection,
    FeedView view,
    long after,
    Versions versions,
    Set<String> types,
    Set<StixId> ids,
    int limit,
    long maxBytes,
    boolean content) {

  /**
   * Which versions of an object count (TAXII 2.1 §3.4.1).
   *
   * @param last the head
   * @param first the earliest that the reader sees
   * @param all every one; the rest has no meaning then
   * @param exact those with one of these instants
   */
  public record Versions(boolean last, boolean first, boolean all, Set<Instant> exact) {
    /** The head alone. */
    public static final Versions LAST = new Versions(true, false, false, Set.of());

    /** Whether only heads can match. */
    public boolean headsOnly() {
      return last && !first && !all && exact.isEmpty();
    }
  }
}
