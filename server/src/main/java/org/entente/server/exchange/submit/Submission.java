// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import org.entente.server.exchange.Sink;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.resource.Collection;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.Limits;
import org.entente.stix.json.SplitResult;
import org.jspecify.annotations.Nullable;

/**
 * One body as it arrives: cut into objects, each read at once; nothing is committed before the end.
 */
final class Submission implements Sink {
  private final Errand errand;
  private final Collection collection;
  private final Submissions house;
  private final EnvelopeSplitter splitter;
  private final Candidates candidates;
  private final Outcome outcome = new Outcome();
  private final boolean strict;
  private long bytes;
  private boolean closed;

  /** The result, to be settled once. */
  private static final class Outcome {
    private @Nullable Promise<StatusResource> promise;
    private final Future<StatusResource> future = Future.future(made -> promise = made);

    void settle(Future<StatusResource> with) {
      Promise<StatusResource> once = promise;
      if (once != null) {
        promise = null;
        with.onComplete(once);
      }
    }
  }

  Submission(
      Errand errand, Collection collection, Limits limits, boolean strict, Submissions house) {
    this.errand = errand;
    this.collection = collection;
    this.strict = strict;
    this.house = house;
    this.candidates = new Candidates(limits.object());
    this.splitter = new EnvelopeSplitter(limits, candidates);
  }

  @Override
  public void write(Buffer chunk) {
    if (closed) {
      return;
    }
    if (!house.reserve(chunk.length())) {
      fail(SubmissionFailure.Kind.OVERLOADED, "too much is being taken in at once");
      return;
    }
    bytes += chunk.length();
    byte[] part = chunk.getBytes();
    splitter.feed(part, 0, part.length).ifPresent(this::fail);
  }

  @Override
  public boolean writeQueueFull() {
    return false;
  }

  @Override
  public void drainHandler(Runnable handler) {
    // Never full: what is held is bounded by the limits of a body and by the house.
    handler.run();
  }

  @Override
  public void end() {
    if (closed) {
      return;
    }
    SplitResult end = splitter.end();
    if (end instanceof SplitResult.Failure failure) {
      fail(failure);
    } else if (strict && ((SplitResult.Whole) end).shape() != SplitResult.Shape.ENVELOPE) {
      fail(SubmissionFailure.Kind.NOT_AN_ENVELOPE, "the body is no envelope");
    } else {
      closed = true;
      outcome.settle(house.take(errand, collection, candidates).onComplete(done -> release()));
    }
  }

  @Override
  public void abort() {
    if (!closed) {
      fail(SubmissionFailure.Kind.MALFORMED, "the body broke off");
    }
  }

  @Override
  public Future<StatusResource> result() {
    return outcome.future;
  }

  private void fail(SplitResult.Failure failure) {
    fail(
        switch (failure.kind()) {
          case MALFORMED -> SubmissionFailure.Kind.MALFORMED;
          case TOO_LARGE -> SubmissionFailure.Kind.TOO_LARGE;
          case NOT_AN_ENVELOPE -> SubmissionFailure.Kind.NOT_AN_ENVELOPE;
        },
        failure.reason() + " at byte " + failure.offset());
  }

  private void fail(SubmissionFailure.Kind kind, String reason) {
    closed = true;
    candidates.clear();
    release();
    outcome.settle(Future.failedFuture(new SubmissionFailure(kind, reason)));
  }

  private void release() {
    house.release(bytes);
    bytes = 0;
  }
}
