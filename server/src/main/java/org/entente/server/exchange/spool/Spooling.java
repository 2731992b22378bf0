// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.spool;

import java.nio.file.Path;

/**
 * Which bodies go to disk, and where.
 *
 * @param folder made when it is not there; nothing in it outlives the process
 * @param inMemory the largest body that stays in memory, in bytes, included
 * @param onDisk how many bytes of bodies may be on disk at once
 * @param atOnce how many bodies are taken from disk into the store at once; the outlines of all
 *     their objects are in memory then
 */
public record Spooling(Path folder, long inMemory, long onDisk, int atOnce) {
  private static final long LARGE = 4L << 20;
  private static final long HEAP = 256L << 20;
  private static final int MOST = 4;
  private static final int BODIES = 64;

  /**
   * What suits a machine.
   *
   * @param heap the memory of this process in bytes
   * @param largest the largest body in bytes
   */
  public static Spooling of(Path folder, long heap, long largest) {
    long atOnce = Math.max(1, Math.min(heap / HEAP, MOST));
    return new Spooling(folder, Math.min(LARGE, heap / BODIES), BODIES * largest, (int) atOnce);
  }
}
