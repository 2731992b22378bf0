// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A folder of data in which a lot has happened. */
public final class BusyFolder {
  private BusyFolder() {}

  /**
   * Runs a random history in an empty folder, and closes it. What is broken on the way ends it.
   *
   * @param seed of the history
   * @param steps about how many
   */
  public static void fill(Path folder, long seed, int steps) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Tally tally = new Tally();
      var unused =
          Trial.run(
              HistoryWriter.write(seed, steps),
              start -> new StoredExchange(start, vertx, folder, UnaryOperator.identity()),
              tally);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }
}
