// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.entente.server.observe.audit.SignedHead;
import org.entente.server.store.AuditRecord;

/** The chained record of what administrators do. */
public interface Auditing {

  /**
   * Records in order.
   *
   * @param after records with a greater number only; 0 for the first page
   * @param limit how many at most
   */
  Future<List<AuditRecord>> records(long after, int limit);

  /** The newest link of the chain, signed now. */
  Future<SignedHead> head();

  /**
   * The head of today, UTC: what the chain came to when it was first asked for on that day. It is
   * the same for whoever asks, on every node.
   */
  Future<SignedHead> daily();

  /**
   * Adds a record, durably.
   *
   * @param actor who
   * @param action what was done, in kebab case
   * @param subject to what, an id
   * @param detail more of it: texts and numbers, never a secret
   */
  Future<Void> note(String actor, String action, String subject, Map<String, Object> detail);
}
