// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for futures, at the edge where a command has nothing else to do. */
final class Waiting {
  private Waiting() {}

  /** The result; fails with what the future failed with. */
  static <T> T forIt(Future<T> future) {
    return forIt(future, Long.MAX_VALUE);
  }

  /** The same, for at most so many seconds. */
  static <T> T forIt(Future<T> future, long seconds) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      String why = failed.getCause() == null ? null : failed.getCause().getMessage();
      throw new CommandFailure(why == null ? String.valueOf(failed.getCause()) : why);
    } catch (TimeoutException late) {
      throw new CommandFailure("not done after " + seconds + " seconds");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted");
    }
  }

  /** Until something has happened. */
  static void on(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
