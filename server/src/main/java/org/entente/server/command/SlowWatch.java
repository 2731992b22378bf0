// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.entente.server.store.Watch;

/** Says on standard error how something goes, every two seconds. */
public final class SlowWatch implements Watch {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final LongSupplier ticker;
  private long next;

  /**
   * A watch.
   *
   * @param err where it speaks
   * @param ticker nanoseconds
   */
  public SlowWatch(PrintWriter err, LongSupplier ticker) {
    this.err = err;
    this.ticker = ticker;
    this.next = ticker.getAsLong() + EVERY_NANOS;
  }

  @Override
  public synchronized void progress(String what, long done, long whole) {
    long now = ticker.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + EVERY_NANOS;
    String share = whole > 0 ? " " + Math.min(100, done * 100 / whole) + " %" : "";
    err.println(what + share + " ...");
    err.flush();
  }
}
