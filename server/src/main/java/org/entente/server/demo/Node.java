// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/** A server within this process, as far as the demo needs it. */
public interface Node {
  /** Opens the store and the listeners, which are plain HTTP on loopback. */
  Future<Void> start();

  /** Where members and their tools are served, once it is started. */
  int partnersPort();

  /** Where administrators are served, once it is started. */
  int managementPort();

  /** Stops serving, finishes what was begun and closes the store. */
  Future<Void> stop();

  /** Builds nodes. */
  @FunctionalInterface
  interface Maker {
    /**
     * A node that is not started yet.
     *
     * @param vertx runs it
     * @param data its folder, there already
     * @param port for members; administrators get the one after it
     */
    Node make(Vertx vertx, Path data, int port);
  }
}
