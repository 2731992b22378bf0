// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge from Vert.x to threads that may wait for a disk: each thread has a tool of its own,
 * such as a connection, and futures complete on the context of whoever asked.
 *
 * @param <S> what each thread works with
 */
final class SqliteLane<S extends AutoCloseable> {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLane.class);

  private final Vertx vertx;
  private final BlockingQueue<Task<S, ?>> queue;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** Work on a thread of the lane. */
  @FunctionalInterface
  interface Work<S, T> {
    T on(S tool) throws Exception;
  }

  private record Task<S, T>(Work<S, T> work, Reply<T> reply) {
    void run(S tool) {
      try {
        reply.complete(work.on(tool));
      } catch (Exception | Error failed) {
        reply.fail(failed);
      }
    }
  }

  SqliteLane(Vertx vertx, int queue) {
    this.vertx = vertx;
    this.queue = new ArrayBlockingQueue<>(queue);
  }

  /** Runs something once, on a thread made for it. */
  static <T> Future<T> once(Vertx vertx, String name, Callable<T> work) {
    Reply<T> reply = new Reply<>(vertx);
    thread(name, () -> new Task<Vertx, T>(unused -> work.call(), reply).run(vertx)).start();
    return reply.future();
  }

  private static Thread thread(String name, Runnable loop) {
    Thread thread = new Thread(loop, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Adds a thread that works with a tool, and closes it in the end. */
  void add(String name, S tool) {
    Thread thread = thread(name, () -> loop(tool));
    threads.add(thread);
    thread.start();
  }

  <T> Future<T> run(Work<S, T> work) {
    Reply<T> reply = new Reply<>(vertx);
    if (closed) {
      reply.fail(Failures.closed());
    } else if (!queue.offer(new Task<>(work, reply))) {
      reply.fail(Failures.overloaded());
    }
    return reply.future();
  }

  private void loop(S tool) {
    try (tool) {
      while (true) {
        queue.take().run(tool);
      }
    } catch (InterruptedException end) {
      LOG.debug("a lane ends");
    } catch (Exception failed) {
      LOG.warn("a lane could not be closed", failed);
    }
  }

  /** Waits until nothing runs any more; called on a thread that may wait. */
  void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Task<S, ?> left = queue.poll(); left != null; left = queue.poll()) {
      left.reply().fail(Failures.closed());
    }
  }
}
