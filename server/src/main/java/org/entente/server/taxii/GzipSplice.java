// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The beginning of a gzip member, compressed once, which short endings of different readers can be
 * joined to (RFC 1951, RFC 1952). The beginning is deflated to a sync flush, so it ends on a byte
 * and the ending follows as one stored block.
 */
final class GzipSplice {
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int LEVEL = 6;
  private static final int MAX_STORED = 0xffff;
  private static final int POLYNOMIAL = 0xedb88320;
  private static final int[] CRC = table();

  private final byte[] head;
  private final int crc;
  private final int length;

  private GzipSplice(byte[] head, int crc, int length) {
    this.head = head;
    this.crc = crc;
    this.length = length;
  }

  /** Compresses the beginning. */
  static GzipSplice of(byte[] plain) {
    CRC32 crc = new CRC32();
    crc.update(plain);
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(plain);
      byte[] out = new byte[GZIP_HEADER.length + 64 + plain.length / 4];
      System.arraycopy(GZIP_HEADER, 0, out, 0, GZIP_HEADER.length);
      int size = GZIP_HEADER.length;
      while (true) {
        size += deflater.deflate(out, size, out.length - size, Deflater.SYNC_FLUSH);
        if (size < out.length) {
          break;
        }
        out = Arrays.copyOf(out, out.length * 2);
      }
      return new GzipSplice(Arrays.copyOf(out, size), (int) crc.getValue(), plain.length);
    } finally {
      deflater.end();
    }
  }

  /** The compressed beginning, with the header of the member. */
  byte[] head() {
    return head;
  }

  /** What comes after the beginning so that both decode to it and the ending. */
  byte[] tail(byte[] ending) {
    if (ending.length > MAX_STORED) {
      throw new IllegalArgumentException("the ending is too long for one stored block");
    }
    byte[] out = new byte[5 + ending.length + 8];
    out[0] = 1;
    littleEndian(out, 1, ending.length, 2);
    littleEndian(out, 3, ~ending.length, 2);
    System.arraycopy(ending, 0, out, 5, ending.length);
    littleEndian(out, 5 + ending.length, crc(ending), 4);
    littleEndian(out, 9 + ending.length, length + ending.length, 4);
    return out;
  }

  private static void littleEndian(byte[] out, int at, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out[at + i] = (byte) (value >>> (8 * i));
    }
  }

  /** The checksum goes on where the beginning left it, which the JDK's class cannot do. */
  private int crc(byte[] ending) {
    int sum = ~crc;
    for (byte b : ending) {
      sum = CRC[(sum ^ b) & 0xff] ^ sum >>> 8;
    }
    return ~sum;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int sum = i;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ POLYNOMIAL;
      }
      table[i] = sum;
    }
    return table;
  }
}
