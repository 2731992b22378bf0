// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.Sink;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.SubmissionInfo;
import org.entente.server.exchange.Submitting;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.spool.Spools;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.store.StatusStore;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.taxii.Position;
import org.entente.server.taxii.StatusResource;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes submissions in, and finishes those that a restart has interrupted. */
public final class Submissions implements Submitting {
  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
  private static final long PATIENCE_MILLIS = 2_000;

  private final Vertx vertx;
  private final Committer committer;
  private final StatusStore statuses;
  private final Intake intake;
  private final Spools spools;
  private final AtomicLong held = new AtomicLong();

  /**
   * A house for submissions.
   *
   * @param vertx for the two seconds after which a submission is pending
   * @param knowledge what is known of the exchange
   * @param storage where objects and statuses are kept
   * @param intake bounds, ids and the clock
   */
  public Submissions(Vertx vertx, Knowledge knowledge, Storage storage, Intake intake) {
    this.vertx = vertx;
    this.committer = new Committer(knowledge, storage.objects());
    this.statuses = storage.statuses();
    this.intake = intake;
    this.spools = new Spools(vertx, intake.spooling());
  }

  @Override
  public Future<Sink> begin(
      Principal principal, CollectionView view, List<String> policies, SubmissionInfo info) {
    Errand errand =
        new Errand(principal.credentialId(), view.apiRoot(), view.id(), List.copyOf(policies));
    if (!policies.stream().allMatch(id -> isOwn(id, principal.memberId()))) {
      return Future.failedFuture(
          new SubmissionFailure(
              SubmissionFailure.Kind.UNKNOWN_POLICY,
              "X-Exchange-Policy names a policy that you do not have for submissions"));
    }
    Optional<Sender> sender = errand.sender(committer.community());
    Limits limits =
        new Limits(
            info.maxLength(),
            intake.limits().objects(),
            intake.limits().leadingTokens(),
            intake.limits().object());
    return sender.isEmpty()
        ? Future.failedFuture(Committer.gone())
        : Future.succeededFuture(
            new Submission(
                errand,
                sender.get().collection(),
                limits,
                intake.strict(),
                spools.isLarge(info.declaredLength().orElse(0L)),
                this));
  }

  private boolean isOwn(String id, String member) {
    return committer
        .community()
        .policy(id)
        .filter(policy -> policy.owner().equals(member))
        .filter(policy -> policy.appliesTo().level().frozen())
        .isPresent();
  }

  boolean reserve(long bytes) {
    if (held.addAndGet(bytes) > intake.heldBytes()) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void release(long bytes) {
    held.addAndGet(-bytes);
  }

  Extensions extensions() {
    return intake.extensions();
  }

  Spools spools() {
    return spools;
  }

  /**
   * Commits what a body held, and closes it in the end.
   *
   * @return the status once it is durable, complete or pending
   */
  Future<StatusResource> take(Errand errand, Candidates candidates, Source source) {
    Tally tally =
        new Tally(
            intake.ids().get().toString(),
            Position.of(intake.clock().instant()),
            candidates.count());
    List<Outline> objects = candidates.admit(tally);
    candidates.found().tell(intake.watch());
    intake.watch().decided(0, 0, candidates.count() - objects.size());
    Work work = work(errand, tally, objects, source);
    Future<StatusResource> done = work.run().onComplete(ended -> source.close());
    return done.isComplete() ? done.recover(Submissions::translate) : first(work, done);
  }

  private Work work(Errand errand, Tally tally, List<Outline> objects, Source source) {
    return new Work(errand, tally, objects, source, committer, statuses, intake.watch());
  }

  /** The whole status, or after two seconds a pending one; whichever is there first. */
  private Future<StatusResource> first(Work work, Future<StatusResource> done) {
    Timer timer = vertx.timer(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    Future<StatusResource> later =
        timer.compose(rung -> work.stage()).compose(kept -> or(kept, done));
    return Future.any(done.onComplete(ended -> timer.cancel()), later)
        .compose(any -> done.succeeded() ? done : later)
        .recover(failure -> translate(done.failed() ? done.cause() : failure));
  }

  private static Future<StatusResource> or(
      Optional<StatusResource> kept, Future<StatusResource> done) {
    return kept.map(Future::succeededFuture).orElse(done);
  }

  private static Future<StatusResource> translate(Throwable failure) {
    StoreException.Reason reason =
        failure instanceof StoreException store ? store.reason() : StoreException.Reason.INTERNAL;
    return Future.failedFuture(
        switch (reason) {
          case FULL ->
              new SubmissionFailure(SubmissionFailure.Kind.FULL, "there is no room to keep it");
          case OVERLOADED ->
              new SubmissionFailure(
                  SubmissionFailure.Kind.OVERLOADED, "too much is being taken in at once");
          default -> failure;
        });
  }

  /** Finishes submissions that were acknowledged as pending before this node started. */
  public Future<Integer> resume() {
    return statuses
        .pending()
        .compose(
            all -> {
              List<Future<StatusResource>> running = new ArrayList<>();
              all.forEach(pending -> running.add(resume(pending)));
              return Future.join(running).map(all.size()).otherwise(all.size());
            });
  }

  private Future<StatusResource> resume(StatusStore.PendingSubmission pending) {
    ObjectReader reader = new ObjectReader(intake.limits().object());
    List<Incoming> left =
        pending.objects().stream().flatMap(kept -> Staged.decode(kept, reader).stream()).toList();
    Held held = new Held();
    left.forEach(held::add);
    Tally tally = Tally.resume(Errand.soFar(pending.meta()), left);
    List<Outline> outlines = left.stream().map(Outline::of).toList();
    Work work = work(Errand.decode(pending.meta()), tally, outlines, held);
    return work.run()
        .onFailure(failure -> LOG.warn("submission {} is still pending", pending.id(), failure));
  }

  /** For what else is committed. */
  Committer committer() {
    return committer;
  }
}
