// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Keys;
import org.entente.server.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits shares a transaction, one after the other, until that
 * holds enough, has taken long enough, or nobody waits; all are answered when it is durable.
 */
final class CommitLane {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLane.class);
  private static final int MOST_WEIGHT = 1000;
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(10);

  private final Vertx vertx;
  private final LongSupplier ticker;
  private final BlockingQueue<Job<?>> queue;
  private final List<Consumer<Committed<?>>> listeners = new CopyOnWriteArrayList<>();
  private final Consumer<Writer> between;
  private @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * A lane that does not run yet.
   *
   * @param between run after each transaction
   */
  CommitLane(Vertx vertx, Options options, Consumer<Writer> between) {
    this.vertx = vertx;
    this.ticker = options.ticker();
    this.queue = new ArrayBlockingQueue<>(options.queue());
    this.between = between;
  }

  void start(Writer writer) {
    thread = new Thread(() -> loop(writer), "sqlite-writer");
    thread.setDaemon(true);
    thread.start();
  }

  void listen(Consumer<Committed<?>> listener) {
    listeners.add(listener);
  }

  <T> Future<Committed<T>> commit(Keys keys, int weight, Decide<T> decide) {
    return offer(new Job.Commit<>(vertx, keys, weight, decide));
  }

  <T> Future<T> write(int weight, SqliteLane.Work<Writer, T> work) {
    return offer(new Job.Write<>(vertx, weight, work));
  }

  private <T> Future<T> offer(Job<T> job) {
    if (closed) {
      job.fail(Failures.closed());
    } else if (!queue.offer(job)) {
      job.fail(Failures.overloaded());
    }
    return job.reply().future();
  }

  private void loop(Writer writer) {
    try (writer) {
      for (Job<?> job = next(); job != null; job = next()) {
        Deque<Job<?>> jobs = new ArrayDeque<>();
        jobs.add(job);
        turn(writer, jobs, true);
        between.accept(writer);
      }
    } catch (SQLException failed) {
      LOG.warn("the writer could not be closed", failed);
    }
  }

  /** The next job to wait for, or null when the lane is closed and nothing waits any more. */
  private @Nullable Job<?> next() {
    try {
      return closed ? queue.poll() : queue.take();
    } catch (InterruptedException end) {
      return queue.poll();
    }
  }

  /** One transaction: of these jobs and, when more may come, of those that wait. */
  private void turn(Writer writer, Deque<Job<?>> jobs, boolean more) {
    List<Job<?>> done = new ArrayList<>();
    Job<?> job = jobs.poll();
    try {
      long end = ticker.getAsLong() + LONGEST;
      int weight = 0;
      writer.begin();
      while (job != null) {
        if (job.run(writer)) {
          done.add(job);
        }
        weight += job.weight;
        job = jobs.poll();
        if (job == null && more && weight < MOST_WEIGHT && ticker.getAsLong() - end < 0) {
          job = queue.poll();
        }
      }
      writer.commit();
    } catch (Exception | Error failed) {
      writer.rollback();
      again(writer, done, job, jobs, failed);
      return;
    }
    answer(done);
  }

  /** A fault of one job fails it alone, and the others run anew; one of the disk fails them all. */
  private void again(
      Writer writer,
      List<Job<?>> done,
      @Nullable Job<?> culprit,
      Deque<Job<?>> left,
      Throwable failed) {
    StoreException known = Failures.of(failed);
    if (culprit == null || known.reason() != StoreException.Reason.INTERNAL) {
      done.forEach(job -> job.fail(known));
      left.forEach(job -> job.fail(known));
      if (culprit != null) {
        culprit.fail(known);
      }
      return;
    }
    culprit.fail(known);
    Deque<Job<?>> rest = new ArrayDeque<>(done);
    rest.addAll(left);
    if (!rest.isEmpty()) {
      turn(writer, rest, false);
    }
  }

  private void answer(List<Job<?>> done) {
    for (Job<?> job : done) {
      Committed<?> committed = job.told();
      if (committed != null) {
        listeners.forEach(listener -> tell(listener, committed));
      }
    }
    done.forEach(Job::succeed);
  }

  private static void tell(Consumer<Committed<?>> listener, Committed<?> committed) {
    try {
      listener.accept(committed);
    } catch (RuntimeException failed) {
      LOG.error("a listener to commits failed", failed);
    }
  }

  /** Finishes what waits and takes nothing new; called on a thread that may wait. */
  void close() throws InterruptedException {
    closed = true;
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
    for (Job<?> left = queue.poll(); left != null; left = queue.poll()) {
      left.fail(Failures.closed());
    }
  }
}
