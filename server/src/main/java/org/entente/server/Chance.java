// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Clock and randomness of the process, so that nothing else asks the machine for them.
 *
 * @param clock the wall clock
 * @param ticker a monotonic clock, nanoseconds
 * @param random cryptographically strong
 */
record Chance(InstantSource clock, LongSupplier ticker, SecureRandom random) {
  /** A random UUID, version 4. */
  UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** So many random bytes. */
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
