// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Repeats what failed for a passing reason: exponential waits with jitter, or as long as asked. */
final class Retry {
  private final TaxiiRuntime runtime;
  private final RetryPolicy policy;

  Retry(TaxiiRuntime runtime, RetryPolicy policy) {
    this.runtime = runtime;
    this.policy = policy;
  }

  /** Runs an attempt until it succeeds, fails for good, or has been made often enough. */
  <T> Future<T> run(Supplier<Future<T>> attempt) {
    return run(attempt, failure -> failure.kind() == TaxiiException.Kind.TRANSIENT);
  }

  /** The same, repeating only what the predicate names. */
  <T> Future<T> run(Supplier<Future<T>> attempt, Predicate<TaxiiException> passing) {
    return attempt(attempt, passing, 1);
  }

  private <T> Future<T> attempt(
      Supplier<Future<T>> attempt, Predicate<TaxiiException> passing, int number) {
    return attempt
        .get()
        .recover(
            cause -> {
              if (number >= policy.attempts()
                  || !(cause instanceof TaxiiException failure)
                  || !passing.test(failure)) {
                return Future.failedFuture(cause);
              }
              Duration wait = pause(failure, number);
              if (wait.compareTo(policy.longestAsked()) > 0) {
                return Future.failedFuture(cause);
              }
              return pause(wait, failure.sentence())
                  .compose(waited -> attempt(attempt, passing, number + 1));
            });
  }

  /** How long to wait after a failure, the server's wish before the client's own reckoning. */
  Duration pause(TaxiiException failure, int failed) {
    Optional<Duration> asked = failure.retryAfter();
    Duration own = policy.pause(failed, runtime.random().nextDouble());
    return asked.filter(wish -> wish.compareTo(own) > 0).orElse(own);
  }

  /** Waits, and says so when it will be noticed. */
  Future<Void> pause(Duration wait, String why) {
    if (wait.toSeconds() >= 2) {
      runtime.notices().accept(why + "; trying again in " + wait.toSeconds() + " s");
    }
    return runtime.vertx().timer(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
  }
}
