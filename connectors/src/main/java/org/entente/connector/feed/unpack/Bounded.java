// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A stream that breaks where it becomes longer than it may. */
final class Bounded extends FilterInputStream {
  /** So much may come of anything, whatever the ratio: short texts pack well. */
  private static final long FREE = 16L << 20;

  private final long most;
  private final long ratio;
  private final LongSupplier packed;
  private long read;

  /**
   * A stream.
   *
   * @param most the most bytes that are read of it, inclusive
   * @param ratio how many times longer than what is packed it may be
   * @param packed how many packed bytes were read so far
   */
  Bounded(InputStream in, long most, long ratio, LongSupplier packed) {
    super(in);
    this.most = most;
    this.ratio = ratio;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(count, 8192)]);
  }

  private void count(int more) throws FormatException {
    read += more;
    if (read > most) {
      throw new FormatException("the file has more than " + most + " bytes, unpacked");
    }
    if (read > FREE && read / ratio > packed.getAsLong()) {
      throw new FormatException("the file unpacks to more than " + ratio + " times its size");
    }
  }
}
