// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.decide.Refusal;
import org.entente.server.exchange.decide.Turn;
import org.entente.server.exchange.decide.Verdict;
import org.entente.server.store.StatusStore;
import org.entente.server.store.StatusStore.PendingSubmission;
import org.entente.server.store.StoredStatus;
import org.entente.server.taxii.StatusResource;

/**
 * The objects of one submission on their way into the store, turn by turn. Lives on one context.
 * What is left when its sender has waited long enough is kept in the store; it goes on all the
 * same.
 */
final class Work {
  private static final int TURN = 200;
  private static final int ABREAST = 4;

  private final Errand errand;
  private final Tally tally;
  private final Source source;
  private final Committer committer;
  private final StatusStore statuses;
  private final Watch watch;
  private final List<List<Outline>> turns;
  private int next;
  private boolean last;
  private Future<Void> staged = Future.succeededFuture();

  Work(
      Errand errand,
      Tally tally,
      List<Outline> objects,
      Source source,
      Committer committer,
      StatusStore statuses,
      Watch watch) {
    this.errand = errand;
    this.tally = tally;
    this.source = source;
    this.committer = committer;
    this.statuses = statuses;
    this.watch = watch;
    this.turns = TurnOrder.of(objects, TURN);
  }

  /** Commits everything; the status, complete and durable. */
  Future<StatusResource> run() {
    if (next < turns.size() - 1) {
      List<Future<Void>> abreast = new ArrayList<>();
      while (next < turns.size() - 1 && abreast.size() < ABREAST) {
        abreast.add(commit(turns.get(next++)));
      }
      return Future.all(abreast).compose(done -> run());
    }
    return staged.compose(kept -> finish());
  }

  private Future<Void> commit(List<Outline> turn) {
    return take(turn, verdicts -> Turn.Receipt.NONE)
        .map(
            verdicts -> {
              tell(verdicts);
              tally.decided(verdicts);
              return null;
            });
  }

  private Future<StatusResource> finish() {
    last = true;
    List<Outline> turn = turns.isEmpty() ? List.of() : turns.get(turns.size() - 1);
    return take(turn, verdicts -> receipt(tally.with(verdicts)))
        .onSuccess(this::tell)
        .map(verdicts -> tally.with(verdicts).status());
  }

  private void tell(List<Verdict> verdicts) {
    int refused = (int) verdicts.stream().filter(one -> one.refusal().isPresent()).count();
    int added = (int) verdicts.stream().filter(Verdict::fresh).count();
    watch.decided(added, verdicts.size() - refused - added, refused);
  }

  private Future<List<Verdict>> take(
      List<Outline> turn, Function<List<Verdict>, Turn.Receipt> receipts) {
    return source
        .load(turn)
        .compose(
            whole -> watch.committing(whole.size(), () -> committer.turn(errand, whole, receipts)))
        .recover(
            failure ->
                Committer.isTooMuch(failure) && !turn.isEmpty()
                    ? less(turn, receipts)
                    : Future.failedFuture(failure));
  }

  /** A turn that is too much for one commit, by halves; an object that is so alone is refused. */
  private Future<List<Verdict>> less(
      List<Outline> turn, Function<List<Verdict>, Turn.Receipt> receipts) {
    if (turn.size() == 1) {
      return source.load(turn).compose(whole -> tooMuch(whole.get(0), receipts));
    }
    int half = turn.size() / 2;
    return take(turn.subList(0, half), verdicts -> Turn.Receipt.NONE)
        .compose(
            first ->
                take(
                        turn.subList(half, turn.size()),
                        second -> receipts.apply(joined(first, second)))
                    .map(second -> joined(first, second)));
  }

  private Future<List<Verdict>> tooMuch(
      Incoming incoming, Function<List<Verdict>, Turn.Receipt> receipts) {
    List<Verdict> refused = List.of(Verdict.refused(incoming, Refusal.TOO_MUCH));
    return committer
        .turn(errand, List.of(), none -> receipts.apply(refused))
        .map(written -> refused);
  }

  private static List<Verdict> joined(List<Verdict> first, List<Verdict> second) {
    List<Verdict> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private Turn.Receipt receipt(Tally complete) {
    return new Turn.Receipt(List.of(stored(complete.status())), List.of(tally.id()));
  }

  private StoredStatus stored(StatusResource status) {
    return new StoredStatus(
        status.id(), errand.credential(), errand.apiRoot(), status.complete(), status.json());
  }

  /**
   * Keeps what is left, so that it will be finished whatever happens.
   *
   * @return the pending status once it is durable, or empty when the end is near anyway
   */
  Future<Optional<StatusResource>> stage() {
    if (last) {
      return Future.succeededFuture(Optional.empty());
    }
    StatusResource soFar = tally.status();
    List<Outline> left = new ArrayList<>();
    for (List<Outline> turn : turns) {
      for (Outline outline : turn) {
        if (tally.isPending(outline.index())) {
          left.add(outline);
        }
      }
    }
    staged =
        statuses.stage(
            new PendingSubmission(tally.id(), errand.encode(tally.whole()), encoded(left)),
            stored(soFar));
    return staged.map(kept -> Optional.of(soFar));
  }

  /** Each is read and encoded when the store asks for it. */
  private List<byte[]> encoded(List<Outline> left) {
    return new AbstractList<>() {
      @Override
      public byte[] get(int index) {
        Outline outline = left.get(index);
        return Staged.encode(outline, source.bytes(outline));
      }

      @Override
      public int size() {
        return left.size();
      }
    };
  }
}
