// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

/** A command that failed for a reason that the user is told in one sentence. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message, null, false, false);
  }

  /** The sentence. */
  String sentence() {
    String message = getMessage();
    return message == null ? "it failed" : message;
  }
}
