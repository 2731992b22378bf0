// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import java.time.Duration;

/** Why a request has no principal; an answer and no fault, so it has no stack trace. */
public final class AuthFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final Duration retryAfter;

  private AuthFailure(Kind kind, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  static AuthFailure refused(String message) {
    return new AuthFailure(Kind.REFUSED, message, Duration.ZERO);
  }

  /** The address has to wait. */
  public static AuthFailure tooMany(Duration retryAfter) {
    return new AuthFailure(
        Kind.TOO_MANY, "too many wrong credentials came from this address", retryAfter);
  }

  static AuthFailure busy() {
    return new AuthFailure(
        Kind.BUSY, "too many passwords are waiting to be checked", Duration.ofSeconds(2));
  }

  /** Which failure it is. */
  public Kind kind() {
    return kind;
  }

  /** How long to wait before another try. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The kinds of failure. */
  public enum Kind {
    /** Nothing, or nothing right, was presented. */
    REFUSED,
    /** The address has guessed wrong too often. */
    TOO_MANY,
    /** The server has too many passwords to check. */
    BUSY
  }
}
