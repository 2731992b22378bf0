// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The chained record of administration, read. It is written by commits. */
public interface AuditLog {
  /**
   * Records in order.
   *
   * @param after the number to start after
   * @param limit at most so many
   */
  Future<List<AuditRecord>> read(long after, int limit);

  /** The last record, or empty. */
  Future<Optional<AuditRecord>> head();
}
