// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.decide.Ground;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.exchange.decide.Removal;
import org.entente.server.exchange.decide.Sender;
import org.entente.server.exchange.decide.Turn;
import org.entente.server.exchange.decide.Verdict;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.policy.Community;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Keys;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.RowQuery;
import org.entente.server.store.StoreException;
import org.entente.stix.StixId;

/** Commits turns, and decides anew where the rules have changed meanwhile. */
final class Committer {
  private static final int ATTEMPTS = 20;

  private final Knowledge knowledge;
  private final ObjectStore store;

  Committer(Knowledge knowledge, ObjectStore store) {
    this.knowledge = knowledge;
    this.store = store;
  }

  /** The rules in force as far as is known. */
  Community community() {
    return knowledge.now().community();
  }

  /**
   * Commits a turn.
   *
   * @param errand who pushes where
   * @param objects in order
   * @param receipts what is kept with the verdicts
   * @return the verdicts once they are durable; failed with {@link SubmissionFailure} when the
   *     sender has lost the right to push
   */
  Future<List<Verdict>> turn(
      Errand errand, List<Incoming> objects, Function<List<Verdict>, Turn.Receipt> receipts) {
    return attempt(
        ground -> {
          Sender sender = errand.sender(ground.community()).orElseThrow(Committer::gone);
          return new Turn(ground, sender, objects, receipts);
        },
        Turn::keys,
        Math.max(1, objects.size()),
        ATTEMPTS);
  }

  /** Commits a removal. */
  Future<Removal.Outcome> removal(Errand errand, StixId id, RowQuery.Versions versions) {
    return attempt(
        ground -> {
          Sender sender = errand.sender(ground.community()).orElseThrow(Committer::gone);
          return new Removal(ground, sender, id, versions);
        },
        Removal::keys,
        1,
        ATTEMPTS);
  }

  private <T, D extends Decide<T>> Future<T> attempt(
      Function<Ground, D> make, Function<D, Keys> keys, int weight, int left) {
    D decide;
    try {
      decide = make.apply(knowledge.ground());
    } catch (SubmissionFailure gone) {
      return Future.failedFuture(gone);
    }
    return store
        .commit(keys.apply(decide), weight, decide)
        .map(Committed::result)
        .recover(
            failure ->
                left > 0 && isStale(failure)
                    ? store
                        .look()
                        .compose(record -> knowledge.knowing(record.epoch()))
                        .compose(known -> attempt(make, keys, weight, left - 1))
                    : Future.failedFuture(failure));
  }

  private static boolean isStale(Throwable failure) {
    return failure instanceof StoreException store && store.reason() == StoreException.Reason.STALE;
  }

  /** Whether it took more than one commit may. */
  static boolean isTooMuch(Throwable failure) {
    return failure instanceof StoreException store
        && store.reason() == StoreException.Reason.TOO_MUCH;
  }

  /** The sender may no longer push here. */
  static SubmissionFailure gone() {
    return new SubmissionFailure(
        SubmissionFailure.Kind.NO_RIGHT, "the credential may no longer push here");
  }
}
