// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

/** A row came back that the plain decision denies: nothing is shown, and somebody must look. */
final class Mismatch extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Mismatch(int audience) {
    super("a page held a row of class " + audience + " that its reader may not read");
  }
}
