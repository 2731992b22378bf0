// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import io.vertx.core.Future;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the write-ahead log into the file, on a thread and connection of its own, so that no commit
 * waits for it; the writer then starts the log anew between two transactions, which takes it a
 * moment since little is left. A long read, such as a backup, lets the log grow meanwhile.
 */
final class LogKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
  private static final int PATIENCE_MS = 50;

  private final SqliteLane<Session> lane;
  private final long limit;
  private volatile boolean running;
  private volatile boolean worked;

  /**
   * A keeper that does not run yet.
   *
   * @param lane where it works
   * @param limit from how many bytes on
   */
  LogKeeper(SqliteLane<Session> lane, long limit) {
    this.lane = lane;
    this.limit = limit;
  }

  /** Called by the writer's thread after each transaction. */
  void after(Writer writer) {
    if (running) {
      return;
    }
    try {
      if (worked) {
        worked = false;
        restart(writer.session);
      } else if (bytes(writer.session) >= limit) {
        running = true;
        work();
      }
    } catch (SQLException failed) {
      LOG.error("the log could not be started anew", failed);
    }
  }

  /** How much of the log is not in the file yet. */
  private static long bytes(Session session) throws SQLException {
    return session
        .one("PRAGMA wal_checkpoint(NOOP)", row -> row.getLong(2) - row.getLong(3))
        .map(frames -> frames * Session.PAGE_BYTES)
        .orElse(0L);
  }

  private void work() {
    Future<Boolean> passed = lane.run(this::pass);
    passed.onFailure(failed -> LOG.error("the log could not be worked into the file", failed));
  }

  private boolean pass(Session session) throws SQLException {
    try {
      session.one("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getLong(3));
      worked = true;
      return true;
    } finally {
      running = false;
    }
  }

  /** Waits only a moment for readers: what does not fit now fits after the next pass. */
  private static void restart(Session session) throws SQLException {
    session.set("PRAGMA busy_timeout=" + PATIENCE_MS);
    session.one("PRAGMA wal_checkpoint(RESTART)", row -> row.getLong(1));
    session.set("PRAGMA busy_timeout=" + Session.BUSY_MS);
  }
}
