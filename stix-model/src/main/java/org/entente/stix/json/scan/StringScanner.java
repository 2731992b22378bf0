// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import org.jspecify.annotations.Nullable;

/**
 * Follows one string after another (RFC 8259 §7) in strict UTF-8: no overlong form, no surrogate,
 * nothing beyond U+10FFFF, nothing cut off.
 */
final class StringScanner {
  private static final int PLAIN = 0;
  private static final int ESCAPE = 1;
  private static final int HEX = 2;
  private static final int AFTER_HIGH = 3;
  private static final int UTF8 = 4;
  private static final int ENDED = 5;
  private static final int FAILED = 6;

  static final String NOT_UTF8 = "not UTF-8";

  private int state = ENDED;
  private boolean escaped;
  private boolean high;
  private boolean lone;
  private int hex;
  private int hexDigits;
  private int continuations;
  private int lowest;
  private int highest;
  private @Nullable String failure;

  /** Begins a string, after its opening quote. */
  void begin() {
    state = PLAIN;
    escaped = false;
    lone = false;
  }

  /** Whether the closing quote has been read. */
  boolean ended() {
    return state == ENDED;
  }

  /** Whether the string has an escape in it. */
  boolean escaped() {
    return escaped;
  }

  /** Whether the string has half of an escaped surrogate pair in it. */
  boolean lone() {
    return lone;
  }

  /** What the byte before which reading stopped is not, or null as long as nothing is wrong. */
  @Nullable String failure() {
    return failure;
  }

  /**
   * Reads on until the string has ended or a byte does not fit.
   *
   * @return the index of the next byte
   */
  int scan(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state < ENDED) {
      at =
          switch (state) {
            case ESCAPE -> escape(bytes[at], at);
            case HEX -> hex(bytes[at], at);
            case AFTER_HIGH -> afterHigh(bytes[at], at);
            case UTF8 -> continuation(bytes[at], at);
            default -> plain(bytes, at, to);
          };
    }
    return at;
  }

  private int plain(byte[] bytes, int from, int to) {
    int at = PlainBytes.end(bytes, from, to);
    if (at == to) {
      return to;
    }
    byte b = bytes[at];
    if (b == '"') {
      state = ENDED;
    } else if (b == '\\') {
      escaped = true;
      state = ESCAPE;
    } else if (b < 0) {
      return lead(b & 0xff, at);
    } else {
      return fail("within a string", at);
    }
    return at + 1;
  }

  private int lead(int b, int at) {
    lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    continuations = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
    state = UTF8;
    return b >= 0xc2 && b <= 0xf4 ? at + 1 : fail(NOT_UTF8, at);
  }

  private int continuation(byte b, int at) {
    int unsigned = b & 0xff;
    if (unsigned < lowest || unsigned > highest) {
      return fail(NOT_UTF8, at);
    }
    lowest = 0x80;
    highest = 0xbf;
    if (--continuations == 0) {
      state = PLAIN;
    }
    return at + 1;
  }

  private int escape(byte b, int at) {
    switch (b) {
      case 'u' -> {
        hex = 0;
        hexDigits = 0;
        state = HEX;
      }
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        endHigh();
        state = PLAIN;
      }
      default -> {
        return fail("after a backslash", at);
      }
    }
    return at + 1;
  }

  private int hex(byte b, int at) {
    int digit = b < 0 ? -1 : Character.digit(b, 16);
    if (digit < 0) {
      return fail("four hexadecimal digits were expected", at);
    }
    hex = hex << 4 | digit;
    if (++hexDigits == 4) {
      char unit = (char) hex;
      if (high && Character.isLowSurrogate(unit)) {
        high = false;
      } else {
        endHigh();
        lone |= Character.isLowSurrogate(unit);
        high = Character.isHighSurrogate(unit);
      }
      state = high ? AFTER_HIGH : PLAIN;
    }
    return at + 1;
  }

  private int afterHigh(byte b, int at) {
    if (b == '\\') {
      state = ESCAPE;
      return at + 1;
    }
    endHigh();
    state = PLAIN;
    return at;
  }

  private void endHigh() {
    lone |= high;
    high = false;
  }

  private int fail(String reason, int at) {
    failure = reason;
    state = FAILED;
    return at;
  }
}
