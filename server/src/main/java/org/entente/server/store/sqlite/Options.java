// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.util.function.LongSupplier;

/**
 * How the embedded store uses the machine.
 *
 * @param ticker a monotonic clock in nanoseconds, such as {@code System::nanoTime}
 * @param readers reader lanes, at least 1
 * @param queue how many commits may wait, and how many reads per lane
 * @param cache page cache of each connection, in KiB
 * @param wal from how many bytes of the log on it is worked into the file
 * @param loaded versions and references to them that one commit may load, at about 1 KB each
 */
public record Options(
    LongSupplier ticker, int readers, int queue, int cache, long wal, int loaded) {
  private static final int QUEUE = 4096;
  private static final int CACHE_KIB = 16 * 1024;
  private static final long WAL_BYTES = 32L << 20;
  private static final int LOADED = 100_000;

  /** Refuses what cannot work. */
  public Options {
    if (readers < 1 || queue < 1 || cache < 64 || wal < 1 << 16 || loaded < 1) {
      throw new IllegalArgumentException("readers, queue, cache, wal and loaded must be larger");
    }
  }

  /** Fits a small machine: two reader lanes, 16 MiB of cache each. */
  public static Options with(LongSupplier ticker) {
    return new Options(ticker, 2, QUEUE, CACHE_KIB, WAL_BYTES, LOADED);
  }

  /** The same, with commits that load no more than this. */
  public Options loading(int most) {
    return new Options(ticker, readers, queue, cache, wal, most);
  }
}
