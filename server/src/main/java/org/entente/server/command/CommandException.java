// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

/** A command that failed for a reason that the user is told in one sentence. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  /**
   * With a reason.
   *
   * @param message a sentence without full stop
   */
  public CommandException(String message) {
    this(message, 1);
  }

  private CommandException(String message, int code) {
    super(message, null, false, false);
    this.code = code;
  }

  /** What was typed makes no sense, whatever the server has. */
  static CommandException wrongUse(String message) {
    return new CommandException(message, 2);
  }

  /** The exit code. */
  int code() {
    return code;
  }

  /** The sentence. */
  String sentence() {
    String message = getMessage();
    return message == null ? "it failed" : message;
  }
}
