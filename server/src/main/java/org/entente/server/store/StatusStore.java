// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Statuses, and submissions that are acknowledged but not done. */
public interface StatusStore {
  /** A status by id, or empty. */
  Future<Optional<StoredStatus>> get(String id);

  /**
   * Keeps a pending submission and its status, durably.
   *
   * @param submission what is left to be done
   * @param status its status, pending
   */
  Future<Void> stage(PendingSubmission submission, StoredStatus status);

  /**
   * The oldest submission after another one that is not done, or empty.
   *
   * @param after {@link PendingSubmission#number()} of the one before, 0 for the first
   */
  Future<Optional<PendingSubmission>> pending(long after);

  /**
   * Forgets statuses that were complete before an instant.
   *
   * @param before microseconds since the epoch, exclusive
   */
  Future<Integer> sweep(long before);

  /**
   * What of a submission is still to be done.
   *
   * @param number in the order in which they were kept, from 1; 0 for one that is not kept yet
   * @param id the status's id
   * @param meta the exchange's own form of who pushed where under which policies
   * @param objects the objects that are left, in order
   */
  record PendingSubmission(long number, String id, byte[] meta, List<byte[]> objects) {}
}
