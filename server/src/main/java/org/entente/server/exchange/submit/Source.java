// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import org.entente.server.exchange.decide.Incoming;

/** Where the objects of a body are until they are committed. */
interface Source {
  /** A turn's objects, whole. */
  Future<List<Incoming>> load(List<Outline> turn);

  /** The bytes of one object; may wait for the disk. */
  byte[] bytes(Outline one);

  /** Frees what is held; more calls do nothing. */
  void close();
}
