// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.entente.server.exchange.Sink;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.spool.Spool;
import org.entente.server.resource.Collection;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.json.Limits;
import org.entente.stix.json.SplitResult;
import org.jspecify.annotations.Nullable;

/**
 * One body as it arrives. While it is small it is in memory and cut into objects, each read at
 * once; a larger one goes to disk as it is and is cut when it is whole. Nothing is committed before
 * the end.
 */
final class Submission implements Sink {
  private final Errand errand;
  private final Collection collection;
  private final Limits limits;
  private final Submissions house;
  private final boolean strict;
  private final Outcome outcome = new Outcome();
  private @Nullable InMemory memory;
  private @Nullable Spool disk;
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
      Errand errand,
      Collection collection,
      Limits limits,
      boolean strict,
      boolean large,
      Submissions house) {
    this.errand = errand;
    this.collection = collection;
    this.limits = limits;
    this.strict = strict;
    this.house = house;
    if (large) {
      disk = house.spools().open();
    } else {
      memory = new InMemory(limits, collection, house);
    }
  }

  @Override
  public void write(Buffer chunk) {
    if (closed) {
      return;
    }
    InMemory small = memory;
    Spool large = disk;
    if (small != null && small.hasRoom(chunk.length())) {
      small.write(chunk).map(Submission::refusal).ifPresent(this::fail);
    } else if (small != null) {
      spill(small);
      write(chunk);
    } else if (large != null && !large.write(chunk)) {
      fail(
          new SubmissionFailure(
              SubmissionFailure.Kind.OVERLOADED, "too much is being taken in at once"));
    }
  }

  private void spill(InMemory small) {
    Spool fresh = house.spools().open();
    memory = null;
    disk = fresh;
    for (Buffer chunk : small.leave()) {
      write(chunk);
    }
  }

  @Override
  public boolean writeQueueFull() {
    return disk != null && disk.isFull();
  }

  @Override
  public void drainHandler(Runnable handler) {
    if (disk == null) {
      handler.run();
    } else {
      disk.whenDrained(handler);
    }
  }

  @Override
  public void end() {
    if (closed) {
      return;
    }
    closed = true;
    InMemory small = memory;
    Spool large = disk;
    if (small != null) {
      outcome.settle(take(small.end(), small.candidates(), small));
    } else if (large != null) {
      Spooled body = new Spooled(large, limits, collection, house.extensions());
      outcome.settle(
          body.cut(house.spools().turn(Vertx.currentContext()))
              .onFailure(unreadable -> body.close())
              .compose(end -> take(end, body.candidates(), body)));
    }
  }

  private Future<StatusResource> take(SplitResult end, Candidates candidates, Source source) {
    Optional<SubmissionFailure> refused = refusal(end);
    if (refused.isPresent()) {
      source.close();
      return Future.failedFuture(refused.get());
    }
    return house.take(errand, candidates, source);
  }

  private Optional<SubmissionFailure> refusal(SplitResult end) {
    if (end instanceof SplitResult.Failure failure) {
      return Optional.of(refusal(failure));
    }
    SplitResult.Whole whole = (SplitResult.Whole) end;
    if (whole.items() == 0) {
      return Optional.of(
          new SubmissionFailure(
              SubmissionFailure.Kind.NOT_AN_ENVELOPE, "the bundle has no `objects`"));
    }
    boolean foreign = whole.shape() != SplitResult.Shape.ENVELOPE;
    return strict && foreign
        ? Optional.of(
            new SubmissionFailure(
                SubmissionFailure.Kind.NOT_AN_ENVELOPE, "the body is no envelope"))
        : Optional.empty();
  }

  @Override
  public void abort() {
    if (!closed) {
      fail(new SubmissionFailure(SubmissionFailure.Kind.MALFORMED, "the body broke off"));
    }
  }

  @Override
  public Future<StatusResource> result() {
    return outcome.future;
  }

  /** Why a body that ended so is not taken. */
  static SubmissionFailure refusal(SplitResult.Failure failure) {
    SubmissionFailure.Kind kind =
        switch (failure.kind()) {
          case MALFORMED -> SubmissionFailure.Kind.MALFORMED;
          case TOO_LARGE -> SubmissionFailure.Kind.TOO_LARGE;
          case NOT_AN_ENVELOPE -> SubmissionFailure.Kind.NOT_AN_ENVELOPE;
        };
    return new SubmissionFailure(kind, failure.reason() + " at byte " + failure.offset());
  }

  private void fail(SubmissionFailure failure) {
    closed = true;
    Optional.ofNullable(memory).ifPresent(InMemory::close);
    Optional.ofNullable(disk).ifPresent(Spool::close);
    outcome.settle(Future.failedFuture(failure));
  }
}
