// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** A value that a property is compared with (STIX 2.1 §9.4). */
public sealed interface Literal {
  /** The value as a pattern has it. */
  @Override
  String toString();

  /**
   * Text.
   *
   * @param value the characters themselves, nothing escaped
   */
  record Text(String value) implements Literal {
    @Override
    public String toString() {
      return Words.quoted(value);
    }
  }

  /**
   * A whole number.
   *
   * @param value the number
   */
  record Whole(long value) implements Literal {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * A number with a point.
   *
   * @param value the number; zeros at its end, but for one behind the point, are left out
   */
  record Fraction(BigDecimal value) implements Literal {
    public Fraction {
      value = value.stripTrailingZeros();
      value = value.scale() < 1 ? value.setScale(1) : value;
    }

    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  /**
   * True or false.
   *
   * @param value which
   */
  record Truth(boolean value) implements Literal {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * Bytes as hexadecimal digits.
   *
   * @param digits an even number of them, in lower case
   */
  record Hex(String digits) implements Literal {
    private static final Pattern DIGITS = Pattern.compile("([0-9a-fA-F]{2})*+");

    public Hex {
      Words.require(DIGITS, digits);
      digits = digits.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return "h'" + digits + "'";
    }
  }

  /**
   * Bytes as Base64.
   *
   * @param base64 four characters or a multiple of it, as written
   */
  record Binary(String base64) implements Literal {
    private static final Pattern BASE64 =
        Pattern.compile("(?=.)([A-Za-z0-9+/]{4})*+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    public Binary {
      Words.require(BASE64, base64);
    }

    @Override
    public String toString() {
      return "b'" + base64 + "'";
    }
  }

  /**
   * A time.
   *
   * @param text as written, such as {@code 2020-01-01T00:00:00Z}; the form is right, the day may
   *     not exist
   */
  record Timestamp(String text) implements Literal {
    private static final Pattern FORM =
        Pattern.compile(
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)"
                + "(\\.\\d+)?Z");

    public Timestamp {
      Words.require(FORM, text);
    }

    @Override
    public String toString() {
      return "t'" + text + "'";
    }
  }
}
