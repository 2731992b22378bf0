// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/** A change was made against resources that have changed since; make it anew. */
public final class OutOfDateException extends RuntimeException {
  /** The one case. */
  public OutOfDateException() {
    super("resources have changed meanwhile");
  }
}
