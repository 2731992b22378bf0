// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.extension;

/** The schema of an extension cannot be used; the message names the file and the place in it. */
public final class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ExtensionException(String message) {
    super(message);
  }

  ExtensionException(String message, Throwable cause) {
    super(message, cause);
  }
}
