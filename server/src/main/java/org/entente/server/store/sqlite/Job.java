// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import org.entente.server.store.Committed;
import org.entente.server.store.Decide;
import org.entente.server.store.Keys;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the writer. It may run more than once, since a transaction that fails for
 * another's fault is run again; it answers once, when its transaction is durable.
 */
abstract sealed class Job<T> {
  final int weight;
  private final Reply<T> reply;
  private @Nullable T result;

  Job(Vertx vertx, int weight) {
    this.weight = weight;
    this.reply = new Reply<>(vertx);
  }

  final Reply<T> reply() {
    return reply;
  }

  /**
   * Runs within the writer's transaction.
   *
   * @return whether it is to be answered with the transaction; false when it has failed by itself,
   *     before it wrote anything
   */
  final boolean run(Writer writer) throws SQLException {
    result = null;
    try {
      result = work(writer);
      return true;
    } catch (Refused refused) {
      reply.fail(refused.reason);
      return false;
    }
  }

  abstract T work(Writer writer) throws SQLException, Refused;

  /** What listeners are told when it is durable, or null. */
  @Nullable Committed<?> told() {
    return result instanceof Committed<?> committed ? committed : null;
  }

  final void succeed() {
    reply.complete(result);
  }

  final void fail(Throwable cause) {
    reply.fail(cause);
  }

  /** The decision said no, or failed; nothing was written. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final StoreException reason;

    Refused(StoreException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** A commit: load, decide, write. */
  static final class Commit<T> extends Job<Committed<T>> {
    /** Rounds after which more than what is asked for is loaded. */
    private static final int PLAIN_ROUNDS = 8;

    private final Keys keys;
    private final Decide<T> decide;

    Commit(Vertx vertx, Keys keys, int weight, Decide<T> decide) {
      super(vertx, weight);
      this.keys = keys;
      this.decide = decide;
    }

    @Override
    Committed<T> work(Writer writer) throws SQLException, Refused {
      FactsLoader facts = new FactsLoader(writer);
      load(facts, keys);
      for (int round = 0; ; round++) {
        Decide.Step<T> step = decided(facts);
        if (step instanceof Decide.Write<T> write) {
          return new PlanWriter(writer, facts).write(write.plan(), write.result());
        }
        if (step instanceof Decide.More<T> more) {
          more(facts, more.keys(), round);
        } else {
          throw new Refused(
              new StoreException(
                  Reason.STALE, "the rules have changed since the decision was prepared", null));
        }
      }
    }

    private static void load(FactsLoader facts, Keys keys) throws SQLException, Refused {
      if (!facts.load(keys)) {
        throw new Refused(
            new StoreException(Reason.TOO_MUCH, "too many objects depend on each other", null));
      }
    }

    private static void more(FactsLoader facts, Keys keys, int round) throws SQLException, Refused {
      int before = facts.size();
      load(facts, keys);
      if (facts.size() == before) {
        throw new Refused(
            new StoreException(
                Reason.INTERNAL, "a decision asked for keys that it has already", null));
      }
      if (round >= PLAIN_ROUNDS) {
        facts.around(keys);
      }
    }

    private Decide.Step<T> decided(FactsLoader facts) throws Refused {
      try {
        return decide.decide(facts);
      } catch (RuntimeException failed) {
        throw new Refused(Failures.of(failed));
      }
    }
  }

  /** Something small that is no commit. */
  static final class Write<T> extends Job<T> {
    private final SqliteLane.Work<Writer, T> work;

    Write(Vertx vertx, int weight, SqliteLane.Work<Writer, T> work) {
      super(vertx, weight);
      this.work = work;
    }

    @Override
    T work(Writer writer) throws SQLException {
      try {
        return work.on(writer);
      } catch (SQLException | RuntimeException failed) {
        throw failed;
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
