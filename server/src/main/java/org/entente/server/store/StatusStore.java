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

  /** Submissions that are not done, oldest first. */
  Future<List<PendingSubmission>> pending();

  /**
   * Forgets statuses that were complete before an instant.
   *
   * @param before microseconds since the epoch, exclusive
   */
  Future<Integer> sweep(long before);

  /**
   * What of a submission is still to be done.
   *
   * @param id the status's id
   * @param meta the exchange's own form of who pushed where under which policies
   * @param objects the objects that are left, in order
   */
  record PendingSubmission(String id, byte[] meta, List<byte[]> objects) {}
}
