// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

/** The exchange did something else than it must. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was broken. */
  enum Promise {
    NO_LEAK,
    NO_MISS,
    EXACT_MORE,
    FULL_PAGE,
    RISING_POSITIONS,
    ONCE,
    DOOR,
    OUTCOME,
    BY_ID,
    EXPLAINED,
    WORKS
  }

  private final Promise promise;

  Broken(Promise promise, String message) {
    super(promise + ": " + message);
    this.promise = promise;
  }

  Promise promise() {
    return promise;
  }
}
