// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

/** What a definition says cannot be understood. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * With a reason.
   *
   * @param message a sentence without full stop
   */
  public ExpressionException(String message) {
    super(message, null, false, false);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
