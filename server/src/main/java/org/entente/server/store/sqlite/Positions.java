// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses positions from the clock. A clock that is more than a minute ahead of what the last
 * position and the monotonic clock make likely is not used: a jump could not be undone.
 */
final class Positions {
  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
  private static final long AHEAD = TimeUnit.MINUTES.toMicros(1);
  private static final long MILLI = 1000;

  private final InstantSource clock;
  private final LongSupplier ticker;
  private long seen;
  private long seenAt;
  private boolean alarmed;

  Positions(InstantSource clock, LongSupplier ticker) {
    this.clock = clock;
    this.ticker = ticker;
    this.seen = micros(clock.instant());
    this.seenAt = ticker.getAsLong();
  }

  static long micros(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / MILLI;
  }

  /**
   * The first position of a commit.
   *
   * @param last the last one given out
   * @param rows how many follow each other from it on
   * @return such that the last of them is a whole millisecond, where that is not ahead of the clock
   */
  long first(long last, int rows) {
    long now = now(last);
    long whole = now - now % MILLI - Math.max(rows, 1) + 1;
    return whole > last ? whole : Math.max(last + 1, now);
  }

  private long now(long last) {
    long reading = micros(clock.instant());
    long tick = ticker.getAsLong();
    long likely = Math.max(last, seen + TimeUnit.NANOSECONDS.toMicros(tick - seenAt));
    if (reading > likely + AHEAD) {
      if (!alarmed) {
        LOG.error(
            "the clock is {} s ahead of what is likely and is not used for positions: set it right,"
                + " or restart if it is right",
            TimeUnit.MICROSECONDS.toSeconds(reading - likely));
      }
      alarmed = true;
      return last;
    }
    alarmed = false;
    seen = reading;
    seenAt = tick;
    return reading;
  }
}
