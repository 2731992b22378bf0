// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: where a run of ordinary characters or blanks ends. */
final class PlainBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private PlainBytes() {}

  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /**
   * The first byte that is not plain within a string: a quote, a backslash, a control character or
   * one beyond ASCII.
   *
   * @return its index, or {@code to} when there is none
   */
  static int end(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long v = eight(bytes, at);
      long quote = v ^ ONES * '"';
      long escape = v ^ ONES * '\\';
      // The lowest bit that is set is exact; a borrow can only spoil those above it.
      long low = (v - ONES * 0x20) | v;
      long found = (low | ((quote - ONES) & ~quote) | ((escape - ONES) & ~escape)) & HIGHS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      at += 8;
    }
    while (at < to && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  /**
   * The first byte that is no space.
   *
   * @return its index, or {@code to} when there is none
   */
  static int afterSpaces(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long other = eight(bytes, at) ^ ONES * ' ';
      if (other != 0) {
        return at + (Long.numberOfTrailingZeros(other) >>> 3);
      }
      at += 8;
    }
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at;
  }
}
