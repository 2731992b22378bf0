// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

/** Counts durations: to ten microseconds below a tenth of a second, to a millisecond above. */
final class Histogram {
  private static final int FINE = 10_000;
  private static final int COARSE = 120_000;

  private final long[] fine = new long[FINE];
  private final long[] coarse = new long[COARSE];
  private long count;
  private long max;

  void record(long nanos) {
    long tens = nanos / 10_000;
    if (tens < FINE) {
      fine[(int) tens]++;
    } else {
      coarse[(int) Math.min(COARSE - 1, nanos / 1_000_000)]++;
    }
    count++;
    max = Math.max(max, nanos);
  }

  void add(Histogram other) {
    for (int i = 0; i < FINE; i++) {
      fine[i] += other.fine[i];
    }
    for (int i = 0; i < COARSE; i++) {
      coarse[i] += other.coarse[i];
    }
    count += other.count;
    max = Math.max(max, other.max);
  }

  long count() {
    return count;
  }

  double maxMillis() {
    return max / 1e6;
  }

  /** The duration, in milliseconds, that a share of all stay within. */
  double millis(double share) {
    long rank = (long) Math.ceil(count * share);
    long seen = 0;
    for (int i = 0; i < FINE; i++) {
      seen += fine[i];
      if (seen >= rank) {
        return (i + 1) / 100.0;
      }
    }
    for (int i = 0; i < COARSE; i++) {
      seen += coarse[i];
      if (seen >= rank) {
        return i + 1.0;
      }
    }
    return maxMillis();
  }
}
