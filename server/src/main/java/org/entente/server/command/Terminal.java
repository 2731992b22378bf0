// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.command;

import java.io.InputStream;

/**
 * What a command has beside its arguments; it writes to what picocli gives it.
 *
 * @param input standard input
 * @param colour whether text may be coloured: somebody looks at it, and {@code NO_COLOR} is not set
 */
public record Terminal(InputStream input, boolean colour) {
  /** The text in green, where there are colours. */
  public String green(String text) {
    return painted("32", text);
  }

  /** The text in yellow, where there are colours. */
  public String yellow(String text) {
    return painted("33", text);
  }

  /** The text in red, where there are colours. */
  public String red(String text) {
    return painted("31", text);
  }

  private String painted(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
