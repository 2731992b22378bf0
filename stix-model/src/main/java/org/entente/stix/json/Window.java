// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.Arrays;

/**
 * The part of a text that can be looked at: what was kept of earlier chunks, and the chunk that
 * came. Bytes are copied only as far as they are kept.
 */
final class Window {
  private static final byte[] NONE = {};

  private byte[] own = NONE;
  private byte[] bytes = NONE;
  private int kept;
  private int from;
  private int end;
  private long base;

  /** Puts a chunk behind what was kept. */
  void add(byte[] chunk, int offset, int length) {
    if (kept == 0) {
      base = length() - offset;
      bytes = chunk;
      from = offset;
    } else {
      if (own.length - kept < length) {
        own = Arrays.copyOf(own, Math.max(kept + length, 2 * own.length));
      }
      System.arraycopy(chunk, offset, own, kept, length);
      bytes = own;
      from = kept;
    }
    end = from + length;
  }

  /** Keeps the bytes from an offset in the text on, none when it is the end. */
  void keepFrom(long offset) {
    int at = index(offset);
    kept = end - at;
    if (kept == 0) {
      bytes = NONE;
    } else if (bytes != own || at > 0) {
      if (own.length < kept) {
        own = new byte[Math.max(kept, 2 * own.length)];
      }
      System.arraycopy(bytes, at, own, 0, kept);
      bytes = own;
      base = offset;
      end = kept;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** The index of the first byte of the chunk. */
  int from() {
    return from;
  }

  /** The index after the last byte. */
  int to() {
    return end;
  }

  /** The offset in the text of {@code bytes()[0]}. */
  long base() {
    return base;
  }

  /** How long the text is so far. */
  long length() {
    return base + end;
  }

  /** Whether the window reaches back to an offset in the text. */
  boolean holds(long offset) {
    return offset >= base;
  }

  /** Where in {@link #bytes()} an offset in the text is. */
  int index(long offset) {
    return (int) (offset - base);
  }

  byte[] copy(long start, long finish) {
    return Arrays.copyOfRange(bytes, index(start), index(finish));
  }
}
