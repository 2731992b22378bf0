// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import java.io.IOException;

/** A file that is not what its definition says: the run is held. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * With a reason.
   *
   * @param message a sentence without full stop, for an operator
   */
  public FormatException(String message) {
    super(message);
  }

  /**
   * With a reason.
   *
   * @param message a sentence without full stop, for an operator
   * @param cause what said so
   */
  public FormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
