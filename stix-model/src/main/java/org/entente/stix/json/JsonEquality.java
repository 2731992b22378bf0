// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/** Equality of JSON values: apart from the order of members, white space, escapes and spelling. */
public final class JsonEquality {
  private JsonEquality() {}

  /**
   * Whether two texts are the same JSON value: {@code 1}, {@code 1.0} and {@code 1e0} are, and
   * strings however they are escaped. Texts that are not JSON are equal when their bytes are.
   *
   * @param a one text, UTF-8
   * @param b the other
   */
  public static boolean equal(byte[] a, byte[] b) {
    throw new UnsupportedOperationException();
  }
}
