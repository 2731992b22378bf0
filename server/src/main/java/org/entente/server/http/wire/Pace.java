// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

/** Whether a body comes fast enough, looked at once a tick. */
final class Pace {
  private final long body;
  private final double perTick;
  private long ticks;
  private long silent;
  private long seen;

  Pace(Patience patience) {
    this.body = patience.ticks(patience.body());
    this.perTick = patience.pace() * patience.tick().toNanos() / 1e9;
  }

  /**
   * Looks at one more tick.
   *
   * @param arrived how many bytes have come so far
   * @param ours whether the sender waits for us; such a tick does not count
   */
  boolean holds(long arrived, boolean ours) {
    if (ours) {
      return true;
    }
    ticks++;
    silent = arrived == seen ? silent + 1 : 0;
    seen = arrived;
    return silent <= body && arrived >= (ticks - body) * perTick;
  }
}
