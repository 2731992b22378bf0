// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

/** The grammar of numbers (RFC 8259 §6) as a table: a state and a byte lead to the next state. */
final class NumberSteps {
  static final byte END = -1;
  static final byte BAD = -2;
  static final byte MINUS = 0;
  static final byte ZERO = 1;
  static final byte INTEGER = 2;
  private static final byte POINT = 3;
  private static final byte FRACTION = 4;
  private static final byte E = 5;
  private static final byte E_SIGN = 6;
  static final byte EXPONENT = 7;

  private static final int CLASSES = 6;

  /** One row for each state; the columns are {@code 0}, {@code 1-9}, {@code .}, e, sign, other. */
  private static final byte[] STEPS = {
    ZERO, INTEGER, BAD, BAD, BAD, BAD, // after a minus
    BAD, BAD, POINT, E, BAD, END, // after a leading zero
    INTEGER, INTEGER, POINT, E, BAD, END, // within the integer
    FRACTION, FRACTION, BAD, BAD, BAD, BAD, // after the point
    FRACTION, FRACTION, BAD, E, BAD, END, // within the fraction
    EXPONENT, EXPONENT, BAD, BAD, E_SIGN, BAD, // after the e
    EXPONENT, EXPONENT, BAD, BAD, BAD, BAD, // after the sign of the exponent
    EXPONENT, EXPONENT, BAD, BAD, BAD, END, // within the exponent
  };

  private NumberSteps() {}

  static byte next(byte state, byte b) {
    int column =
        switch (b) {
          case '0' -> 0;
          case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 1;
          case '.' -> 2;
          case 'e', 'E' -> 3;
          case '+', '-' -> 4;
          default -> 5;
        };
    return STEPS[state * CLASSES + column];
  }

  /** Whether a number may end in this state. */
  static boolean complete(byte state) {
    return STEPS[state * CLASSES + CLASSES - 1] == END;
  }
}
