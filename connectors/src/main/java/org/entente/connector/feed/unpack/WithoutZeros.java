// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.unpack;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text without the character zero, which no value can have. */
final class WithoutZeros extends FilterReader {
  WithoutZeros(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    while (value == 0) {
      value = in.read();
    }
    return value;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int count = in.read(into, offset, length);
      if (count <= 0) {
        return count;
      }
      for (int i = offset; i < offset + count; i++) {
        if (into[i] != 0) {
          into[offset + kept++] = into[i];
        }
      }
    }
    return kept;
  }
}
