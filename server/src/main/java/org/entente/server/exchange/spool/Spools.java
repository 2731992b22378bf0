// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.spool;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** All bodies on disk: how much they hold together, and whose turn it is to be taken in. */
public final class Spools {
  private final Spooling spooling;
  private final SpoolLane writers;
  private final SpoolLane readers;
  private final AtomicLong onDisk = new AtomicLong();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  /** None so far. */
  public Spools(Vertx vertx, Spooling spooling) {
    this.spooling = spooling;
    this.writers = new SpoolLane(vertx, "entente-spool");
    this.readers = new SpoolLane(vertx, "entente-split");
    this.free = spooling.atOnce();
  }

  /** Whether a body of so many bytes goes to disk. */
  public boolean isLarge(long bytes) {
    return bytes > spooling.inMemory();
  }

  /** A body of which nothing has come yet. For the current context. */
  public Spool open() {
    return new Spool(this, writers, readers, spooling.folder());
  }

  boolean reserve(long bytes) {
    if (onDisk.addAndGet(bytes) > spooling.onDisk()) {
      onDisk.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void release(long bytes) {
    onDisk.addAndGet(-bytes);
  }

  /** How many bytes of bodies are on disk. */
  public long onDisk() {
    return onDisk.get();
  }

  /**
   * Waits until there is memory to take a body in, in the order of those who ask.
   *
   * @param context where the future completes
   * @return what is to be called once when the body is taken in, or not
   */
  public Future<Runnable> turn(Context context) {
    return Future.future(
        turn -> enter(() -> context.runOnContext(unused -> turn.complete(this::leave))));
  }

  private void enter(Runnable begin) {
    if (takeOrWait(begin)) {
      begin.run();
    }
  }

  private synchronized boolean takeOrWait(Runnable begin) {
    if (free > 0) {
      free--;
      return true;
    }
    waiting.add(begin);
    return false;
  }

  private void leave() {
    next().ifPresent(Runnable::run);
  }

  private synchronized Optional<Runnable> next() {
    Optional<Runnable> first = Optional.ofNullable(waiting.poll());
    if (first.isEmpty()) {
      free++;
    }
    return first;
  }
}
