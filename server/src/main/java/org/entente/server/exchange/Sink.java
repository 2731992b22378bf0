// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.entente.server.taxii.StatusResource;

/**
 * Takes the unpacked body of one submission. Every method is called on the context that began it,
 * and handlers and the result are called there too.
 */
public interface Sink {
  /** Takes the next bytes; ignored once the result has failed. */
  void write(Buffer chunk);

  /** Whether the sender should wait for the drain handler. */
  boolean writeQueueFull();

  /** Calls the handler once, when there is room again. */
  void drainHandler(Runnable handler);

  /** The body was whole. */
  void end();

  /** The body broke off: nothing of it is kept. After a result this does nothing. */
  void abort();

  /**
   * The status after {@link #end}, durable, or a {@link SubmissionFailure} at any time; always the
   * same future.
   */
  Future<StatusResource> result();
}
