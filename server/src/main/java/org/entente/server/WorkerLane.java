// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.entente.server.admin.Offload;

/** One thread for what would keep an event loop too long. */
final class WorkerLane implements Executor, Offload {
  private final WorkerExecutor worker;

  WorkerLane(Vertx vertx, String name) {
    this.worker = vertx.createSharedWorkerExecutor(name, 1);
  }

  @Override
  public void execute(Runnable task) {
    var unused = worker.executeBlocking(Executors.callable(task));
  }

  @Override
  public <T> Future<T> run(Callable<T> task) {
    return worker.executeBlocking(task);
  }
}
