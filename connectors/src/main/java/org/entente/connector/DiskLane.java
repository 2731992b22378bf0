// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The bridge to files and standard streams: what blocks runs here, one thing after the other, and
 * is a future to everybody else.
 */
public final class DiskLane {
  private final WorkerExecutor worker;

  /**
   * Makes a lane of its own thread.
   *
   * @param name names the thread; lanes of the same name share it
   */
  public DiskLane(Vertx vertx, String name) {
    this.worker = vertx.createSharedWorkerExecutor(name, 1, 1, TimeUnit.HOURS);
  }

  /** Runs after everything that was given before; what it throws is the future's failure. */
  public <T> Future<T> run(Callable<T> work) {
    return worker.executeBlocking(work, true);
  }

  /** Ends the thread when its work is done. */
  public Future<Void> close() {
    return worker.close();
  }
}
