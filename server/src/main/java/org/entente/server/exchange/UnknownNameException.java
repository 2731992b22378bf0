// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/** A name that nothing has. */
public final class UnknownNameException extends RuntimeException {
  private final String what;
  private final String name;

  /**
   * Says what is not there.
   *
   * @param what the kind of thing, {@code credential}
   * @param name the name that was asked for
   */
  public UnknownNameException(String what, String name) {
    super("no " + what + " `" + name + "`");
    this.what = what;
    this.name = name;
  }

  /** The kind of thing. */
  public String what() {
    return what;
  }

  /** The name that was asked for. */
  public String name() {
    return name;
  }
}
