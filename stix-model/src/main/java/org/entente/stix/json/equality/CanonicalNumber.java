// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.equality;

import java.math.BigInteger;

/** One spelling for each number: its digits without zeros at the ends, and a power of ten. */
final class CanonicalNumber {
  private CanonicalNumber() {}

  /**
   * Rewrites a number.
   *
   * @param text a number as JSON has it
   * @return {@code 0}, or digits and exponent such as {@code -25e-1} for {@code -2.50}
   */
  static String of(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    boolean negative = mantissa.charAt(0) == '-';
    int point = mantissa.indexOf('.');
    String digits = mantissa.replace("-", "").replace(".", "");
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    if (first == digits.length()) {
      return "0";
    }
    int last = digits.length();
    while (digits.charAt(last - 1) == '0') {
      last--;
    }
    int fraction = point < 0 ? 0 : mantissa.length() - point - 1;
    int shift = digits.length() - last - fraction;
    String exponent = e < 0 ? Integer.toString(shift) : plus(text.substring(e + 1), shift);
    return (negative ? "-" : "") + digits.substring(first, last) + "e" + exponent;
  }

  private static String plus(String exponent, int shift) {
    return new BigInteger(exponent).add(BigInteger.valueOf(shift)).toString();
  }
}
