// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What all connections together have not yet taken, in bytes, and the bound on it. */
public final class Outgoing {
  private final long bound;
  private final AtomicLong unsent = new AtomicLong();

  /** An answer found no room, and nothing was taken since: the next one need not be made. */
  private final AtomicBoolean full = new AtomicBoolean();

  /**
   * Nothing is unsent.
   *
   * @param bound at most so many bytes; a single answer is taken while nothing else waits
   */
  public Outgoing(long bound) {
    this.bound = bound;
  }

  /** Whether there is room for more. */
  public boolean hasRoom() {
    long waiting = unsent.get();
    return waiting == 0 || !full.get() && waiting < bound;
  }

  boolean take(long bytes) {
    long before = unsent.getAndAdd(bytes);
    if (before > 0 && before + bytes > bound) {
      long unused = unsent.addAndGet(-bytes);
      full.set(true);
      return false;
    }
    return true;
  }

  void give(long bytes) {
    long unused = unsent.addAndGet(-bytes);
    full.set(false);
  }

  /** Bytes that wait for their readers. */
  public long unsent() {
    return unsent.get();
  }
}
