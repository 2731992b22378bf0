// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;

/** Receives the objects of a page while it arrives, on the client's event loop. */
public interface ObjectSink {
  /** A page begins, or begins anew after a broken answer: what came since the last call is void. */
  void begin();

  /**
   * The next object.
   *
   * @param json the bytes as the server sent them; belongs to the receiver
   */
  void object(byte[] json);

  /** Done when more may come; asked after each piece of the answer. */
  default Future<Void> ready() {
    return Future.succeededFuture();
  }
}
