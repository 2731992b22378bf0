// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.time.Duration;
import java.util.Optional;
import org.entente.server.auth.AuthFailure;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.observe.Metrics;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;

/** From what went wrong, wherever it did, to what the client is told: the one table. */
final class Failures {
  private static final String FULL = "there is no room to keep it; nothing of it is stored";
  private static final String BUSY = "the server is busy; nothing of the request was done";
  private static final String TOO_MUCH =
      "more objects depend on it than can be decided in one commit; nothing was done";
  private static final long SOON = 2;

  private Failures() {}

  static TaxiiFailure of(Throwable cause) {
    if (cause instanceof TaxiiException known) {
      return known.failure();
    }
    if (cause instanceof AuthFailure refused) {
      return of(refused);
    }
    if (cause instanceof SubmissionFailure refused) {
      return of(refused);
    }
    if (cause instanceof StoreException store) {
      return switch (store.reason()) {
        case FULL -> new TaxiiFailure.Full(FULL);
        case TOO_MUCH -> new TaxiiFailure.Unprocessable(TOO_MUCH);
        case OVERLOADED, LOCKED, STALE, UNAVAILABLE -> new TaxiiFailure.Overloaded(BUSY, SOON);
        default -> new TaxiiFailure.Internal();
      };
    }
    return new TaxiiFailure.Internal();
  }

  /** The bound that a request ran into, if that is what ended it. */
  static Optional<Metrics.Bound> bound(Throwable cause) {
    if (cause instanceof AuthFailure refused) {
      return switch (refused.kind()) {
        case REFUSED -> Optional.empty();
        case TOO_MANY -> Optional.of(Metrics.Bound.FAILED_LOGINS);
        case BUSY -> Optional.of(Metrics.Bound.PASSWORDS);
      };
    }
    TaxiiFailure failure = of(cause);
    if (failure instanceof TaxiiFailure.TooManyRequests) {
      return Optional.of(Metrics.Bound.RATE);
    }
    if (failure instanceof TaxiiFailure.TooLarge) {
      return Optional.of(Metrics.Bound.BODY);
    }
    if (failure instanceof TaxiiFailure.Full) {
      return Optional.of(Metrics.Bound.DISK);
    }
    boolean page = cause instanceof TaxiiException;
    return failure instanceof TaxiiFailure.Overloaded
        ? Optional.of(page ? Metrics.Bound.UNSENT_BYTES : Metrics.Bound.COMMIT_QUEUE)
        : Optional.empty();
  }

  private static TaxiiFailure of(AuthFailure refused) {
    String why = String.valueOf(refused.getMessage());
    return switch (refused.kind()) {
      case REFUSED -> new TaxiiFailure.Unauthorized(why);
      case TOO_MANY -> new TaxiiFailure.TooManyRequests(why, seconds(refused.retryAfter()));
      case BUSY -> new TaxiiFailure.Overloaded(why, seconds(refused.retryAfter()));
    };
  }

  private static TaxiiFailure of(SubmissionFailure refused) {
    String why = String.valueOf(refused.getMessage());
    return switch (refused.kind()) {
      case MALFORMED -> new TaxiiFailure.BadRequest(why);
      case NOT_AN_ENVELOPE, UNKNOWN_POLICY -> new TaxiiFailure.Unprocessable(why);
      case NO_RIGHT -> new TaxiiFailure.Forbidden(why);
      case TOO_LARGE -> new TaxiiFailure.TooLarge(why);
      case FULL -> new TaxiiFailure.Full(why);
      case OVERLOADED -> new TaxiiFailure.Overloaded(why, SOON);
    };
  }

  /** A wait in whole seconds, never none. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
