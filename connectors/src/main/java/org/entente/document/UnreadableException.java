// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

/** A text that cannot be read on from some line. */
final class UnreadableException extends Exception {
  private final int line;

  UnreadableException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Counting from 1. */
  int line() {
    return line;
  }
}
