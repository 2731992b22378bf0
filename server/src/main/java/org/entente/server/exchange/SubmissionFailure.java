// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/** Why a submission as a whole was not taken; nothing of it is stored. */
public final class SubmissionFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /**
   * A failure.
   *
   * @param kind which
   * @param message one lower-case sentence for the sender, input in backticks
   */
  public SubmissionFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** Which failure it is. */
  public Kind kind() {
    return kind;
  }

  /** The kinds of failure. */
  public enum Kind {
    /** Not JSON, not UTF-8, cut off. */
    MALFORMED,
    /** JSON, and no envelope; or an empty one. */
    NOT_AN_ENVELOPE,
    /** More objects or bytes than are taken at once. */
    TOO_LARGE,
    /** A release policy that the sender does not have. */
    UNKNOWN_POLICY,
    /** The sender has lost the right to push since it began. */
    NO_RIGHT,
    /** No room to keep it. */
    FULL,
    /** Too much at once; later it may work. */
    OVERLOADED
  }
}
