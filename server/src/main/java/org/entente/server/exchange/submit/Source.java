// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import org.entente.server.exchange.decide.Incoming;

/** Where the objects of a body are until they are committed. */
interface Source {
  /** Its items, once it is whole. */
  Candidates candidates();

  /** A turn's objects with their bytes. */
  Future<List<Incoming>> load(List<Incoming> turn);

  /** One object with its bytes; may wait for the disk. */
  Incoming load(Incoming one);

  /** Frees what is held; more calls do nothing. */
  void close();
}
