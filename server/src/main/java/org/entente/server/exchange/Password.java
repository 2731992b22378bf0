// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/**
 * A password on its way in.
 *
 * @param text the characters
 */
public record Password(String text) {
  @Override
  public String toString() {
    return "<hidden>";
  }
}
