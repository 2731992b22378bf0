// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.function.Supplier;
import org.entente.stix.type.Level;
import org.entente.stix.type.table.StixRule;

/** Is told of what comes in. */
public interface Watch {
  /**
   * Sees a commit from being asked for to being durable.
   *
   * @param objects how many it decides
   * @param commit begins it
   * @return what it answers
   */
  default <T> Future<T> committing(int objects, Supplier<Future<T>> commit) {
    return commit.get();
  }

  /** Of findings in the objects of a body that was taken. */
  void found(Level level, StixRule rule, int count);

  /**
   * Of objects that were decided.
   *
   * @param added stored now
   * @param present stored before
   * @param refused not to be stored
   */
  void decided(int added, int present, int refused);
}
