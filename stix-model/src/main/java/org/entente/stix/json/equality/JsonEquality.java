// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.equality;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Arrays;
import org.entente.stix.json.JsonParsers;
import org.entente.stix.json.ObjectLimits;

/** Equality of JSON values: apart from the order of members, white space, escapes and spelling. */
public final class JsonEquality {
  /** Slices were held to limits before; these only bound what else may come. */
  private static final ObjectLimits LIMITS =
      new ObjectLimits(256 << 20, 1_000, 256 << 20, 10_000, 0);

  private JsonEquality() {}

  /**
   * Whether two texts are the same JSON value: {@code 1}, {@code 1.0} and {@code 1e0} are, {@code
   * 0} and {@code -0}, and strings however they are escaped. Numbers are compared digit by digit,
   * not as doubles. Texts that are not JSON are equal when their bytes are.
   *
   * @param a one text, UTF-8
   * @param b the other
   */
  public static boolean equal(byte[] a, byte[] b) {
    if (Arrays.equals(a, b)) {
      return true;
    }
    try {
      JsonFactory json = JsonParsers.factory(LIMITS);
      return Arrays.equals(CanonicalJson.of(json, a), CanonicalJson.of(json, b));
    } catch (IOException notJson) {
      return false;
    }
  }
}
