// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

import org.jspecify.annotations.Nullable;

/** What one connection asks, request after request, and whether each answer is right. */
interface Script {
  /** The next request, whole; null when there is none left. */
  byte @Nullable [] next();

  /** Whether the body of the answer to the request that {@link #next()} gave is to be kept. */
  boolean keepsBody();

  /**
   * Judges an answer; throws {@link BenchFailure} when it is wrong.
   *
   * @return how many units of work it finished: pages, objects
   */
  int judge(Answer answer);
}
