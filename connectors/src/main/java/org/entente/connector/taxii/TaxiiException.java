// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange with a TAXII server that came to nothing; its message never holds a secret. */
public final class TaxiiException extends RuntimeException {
  /** What can be done about it. */
  public enum Kind {
    /** Nothing but waiting: no connection, a broken answer, 429, 502, 503, 504. */
    TRANSIENT,
    /** The credential is not accepted, or may not do this: 401, 403. */
    AUTH,
    /** There is no such thing, or not for this credential: 404, 410. */
    NOT_FOUND,
    /** The request is larger than the server takes: 413. */
    TOO_LARGE,
    /** The server refuses the request for another reason; repeating it is no use. */
    REFUSED,
    /** The server points elsewhere, where the credential is not sent. */
    MOVED,
    /** The answer is not TAXII 2.1. */
    FORMAT
  }

  private final Kind kind;
  private final int status;
  private final @Nullable Duration retryAfter;

  /**
   * Fails without an HTTP status.
   *
   * @param message one sentence, with what was sent in backticks
   */
  public TaxiiException(Kind kind, String message) {
    this(kind, message, null);
  }

  TaxiiException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.status = 0;
    this.retryAfter = null;
  }

  TaxiiException(int status, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kindOf(status);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case 429, 502, 503, 504 -> Kind.TRANSIENT;
      case 401, 403 -> Kind.AUTH;
      case 404, 410 -> Kind.NOT_FOUND;
      case 413 -> Kind.TOO_LARGE;
      default -> Kind.REFUSED;
    };
  }

  /** One sentence, with what was sent in backticks. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** What can be done about it. */
  public Kind kind() {
    return kind;
  }

  /** The HTTP status, or 0 when there was no whole answer. */
  public int status() {
    return status;
  }

  /** How long the server asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
