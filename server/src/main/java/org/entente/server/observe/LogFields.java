// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

/**
 * Names of the fields that log records carry, given by {@code LOG.atInfo().addKeyValue(…)}: they
 * travel as arguments, since a thread serves many requests at once.
 */
public final class LogFields {
  /** The request, as returned in {@code X-Request-Id}. */
  public static final String REQUEST = "request_id";

  /** What the client was told in the place of a detail. */
  public static final String ERROR = "error_id";

  /** Who asked: the credential's id, never its secret. */
  public static final String CREDENTIAL = "credential";

  private LogFields() {}
}
