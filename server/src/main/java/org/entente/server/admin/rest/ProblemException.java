// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem (RFC 9457); an answer and no fault. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient JsonObject more;
  private @Nullable String retryAfter;

  /** A problem with a sentence. */
  public ProblemException(int status, String detail) {
    this(status, detail, new JsonObject());
  }

  /**
   * A problem.
   *
   * @param status the HTTP status
   * @param detail one sentence
   * @param more members beside those that every problem has
   */
  public ProblemException(int status, String detail, JsonObject more) {
    super(detail, null, false, false);
    this.status = status;
    this.more = more;
  }

  /** When the caller may try again. */
  ProblemException retryAfter(Duration wait) {
    retryAfter = Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    return this;
  }

  Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  int status() {
    return status;
  }

  /** Members beside those that every problem has. */
  JsonObject more() {
    return more;
  }
}
