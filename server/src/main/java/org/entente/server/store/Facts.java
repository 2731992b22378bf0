// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;

/**
 * What a transaction has loaded. Asking for a key that was not named is a programmer's error
 * ({@link IllegalStateException}).
 */
public interface Facts {
  /** The commit record before this commit. */
  CommitRecord record();

  /** Whether the versions of an id are loaded. */
  boolean knows(StixId id);

  /** Every version of an id that was ever accepted, deleted ones and shadows too, by number. */
  List<StoredVersion> versions(StixId id);

  /** Whether the referrers of an id are loaded. */
  boolean knowsReferrers(StixId id);

  /** The ids that have a version, deleted or not, which refers to an id. */
  Set<StixId> referrers(StixId id);

  /** A version's bytes, or empty when they were not asked for yet. */
  Optional<byte[]> bytes(long vid);

  /**
   * Heads with a row of a class in a collection that refer to the target: all of them, or the first
   * few thousand.
   *
   * @return empty when it was not asked for yet
   */
  Optional<Set<Long>> carriers(Keys.Carrier carrier);

  /** Every audience class by number, from 1, when it was asked for; else empty. */
  List<String> classes();

  /** How many rows a collection has ever had. */
  long rows(String collection);

  /** The readers that have polled: all when all classes were asked for, else those named. */
  List<Asked> asked();
}
