// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.Set;
import org.entente.stix.StixId;

/**
 * What a decision wants to know.
 *
 * @param ids ids whose versions, rows and references are wanted
 * @param referrers ids of which it is wanted who refers to them
 * @param bytes versions whose bytes are wanted, by number
 * @param carriers carried objects of which it is wanted whether somebody still carries them
 * @param pollers readers of which it is wanted what is kept
 * @param allClasses whether every audience class is wanted, and what is kept of every reader
 */
public record Keys(
    Set<StixId> ids,
    Set<StixId> referrers,
    Set<Long> bytes,
    Set<Carrier> carriers,
    Set<Poller> pollers,
    boolean allClasses) {

  /** Nothing. */
  public static final Keys NONE = new Keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

  /** Every audience class and every reader. */
  public static final Keys CLASSES =
      new Keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);

  /**
   * Asks for heads of a collection and class whose version refers to an id.
   *
   * @param target the id that is referred to
   * @param collection where the carrier stands
   * @param audience the class that its row has, by number
   */
  public record Carrier(StixId target, String collection, int audience) {}

  /**
   * A reader that polls a collection.
   *
   * @param credential the credential's id
   * @param collection the collection's id
   */
  public record Poller(String credential, String collection) {}

  /** A reader, and nothing else. */
  public static Keys of(Poller poller) {
    return new Keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(poller), false);
  }

  /** Ids and their referrers, and nothing else. */
  public static Keys of(Set<StixId> ids, Set<StixId> referrers) {
    return new Keys(ids, referrers, Set.of(), Set.of(), Set.of(), false);
  }

  /** Whether it names nothing. */
  public boolean isEmpty() {
    return ids.isEmpty()
        && referrers.isEmpty()
        && bytes.isEmpty()
        && carriers.isEmpty()
        && pollers.isEmpty()
        && !allClasses;
  }
}
