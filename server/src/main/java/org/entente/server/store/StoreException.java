// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import org.jspecify.annotations.Nullable;

/** A failure of a store, without the words of any protocol. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as a caller can act on it. */
  public enum Reason {
    /** The disk is full: nothing of the request was kept. */
    FULL,
    /** Another process has the store. */
    LOCKED,
    /** The data is damaged. */
    DAMAGED,
    /** The store was written by a newer release. */
    NEWER,
    /** Too much waits already. */
    OVERLOADED,
    /** The decision was made on rules that a commit has replaced: decide again. */
    STALE,
    /** The store is closed or cannot be reached. */
    UNAVAILABLE,
    /** It cannot be done as it was asked; the message says why, and nothing was changed. */
    REFUSED,
    /** It takes more than one commit may; nothing was changed. Less at once may be possible. */
    TOO_MUCH,
    /** A fault of ours. */
    INTERNAL
  }

  private final Reason reason;

  /**
   * A failure.
   *
   * @param reason what a caller can act on
   * @param message one sentence for the operator
   * @param cause where it came from, or null
   */
  public StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What a caller can act on. */
  public Reason reason() {
    return reason;
  }
}
