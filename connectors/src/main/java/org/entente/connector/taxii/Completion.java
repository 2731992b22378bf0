// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.entente.connector.Rounds;

/** Waits until a submission is settled (TAXII 2.1 §4.3). */
final class Completion {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final TaxiiRuntime runtime;
  private final Duration patience;
  private final Function<URI, Future<TaxiiStatus>> ask;

  Completion(TaxiiRuntime runtime, Duration patience, Function<URI, Future<TaxiiStatus>> ask) {
    this.runtime = runtime;
    this.patience = patience;
    this.ask = ask;
  }

  /** The status once it is complete; fails when it stands still for longer than the patience. */
  Future<TaxiiStatus> of(CollectionUrl collection, TaxiiStatus status) {
    if (status.complete()) {
      return Future.succeededFuture(status);
    }
    if (!status.id().matches("[A-Za-z0-9._~-]{1,200}")) {
      return Future.failedFuture(
          new TaxiiException(
              TaxiiException.Kind.FORMAT, "the answer of `" + collection + "` has no status id"));
    }
    URI url = collection.root().resolve("status/" + status.id() + "/");
    Polling polling = new Polling(url, status, runtime.clock().instant());
    return Rounds.run(polling::round).map(done -> polling.last);
  }

  /** One submission that is waited for. */
  private final class Polling {
    private final URI url;
    private TaxiiStatus last;
    private Instant moved;
    private Duration wait = FIRST;

    Polling(URI url, TaxiiStatus last, Instant moved) {
      this.url = url;
      this.last = last;
      this.moved = moved;
    }

    Future<Boolean> round() {
      return runtime
          .vertx()
          .timer(wait.toMillis(), TimeUnit.MILLISECONDS)
          .compose(waited -> ask.apply(url))
          .map(this::goesOn);
    }

    private boolean goesOn(TaxiiStatus status) {
      Instant now = runtime.clock().instant();
      moved = status.pending() == last.pending() ? moved : now;
      last = status;
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
      if (!status.complete() && Duration.between(moved, now).compareTo(patience) > 0) {
        throw new TaxiiException(
            TaxiiException.Kind.TRANSIENT,
            "`" + url + "` stays pending, with " + status.pending() + " objects");
      }
      return !status.complete();
    }
  }
}
