// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.spool;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/** The threads that touch spool files; tasks run in any order. */
final class SpoolLane {
  private static final int THREADS = 2;

  private final WorkerExecutor workers;

  SpoolLane(Vertx vertx, String name) {
    this.workers = vertx.createSharedWorkerExecutor(name, THREADS);
  }

  /** Runs a task; the future completes on the context that asks. */
  <T> Future<T> run(Callable<T> task) {
    return workers.executeBlocking(task, false);
  }
}
