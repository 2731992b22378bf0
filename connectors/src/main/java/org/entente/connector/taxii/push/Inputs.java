// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens what is to be read: plain or gzip, told apart by the first bytes and not by the name. */
public final class Inputs {
  private static final int BUFFER = 64 << 10;
  private static final int GZIP = 0x1f8b;
  private static final int BOM = 0xefbbbf;

  private final InputStream stdin;

  /**
   * Prepares; opens nothing yet.
   *
   * @param stdin what is read for {@code -}
   */
  public Inputs(InputStream stdin) {
    this.stdin = stdin;
  }

  /** Opens a file, or standard input for {@code -}. */
  public InputStream open(String name) throws IOException {
    InputStream raw = name.equals("-") ? stdin : Files.newInputStream(Path.of(name));
    PushbackInputStream start = new PushbackInputStream(new BufferedInputStream(raw, BUFFER), 3);
    if (starts(start, GZIP, 2)) {
      start = new PushbackInputStream(new GZIPInputStream(new Announced(start), BUFFER), 3);
    }
    if (starts(start, BOM, 3)) {
      start.skipNBytes(3);
    }
    return start;
  }

  private static boolean starts(PushbackInputStream in, int magic, int length) throws IOException {
    byte[] first = in.readNBytes(length);
    in.unread(first);
    int value = 0;
    for (byte b : first) {
      value = (value << 8) | (b & 0xff);
    }
    return first.length == length && value == magic;
  }

  /**
   * Says truly whether there is more, and waits to know it: the JDK takes gzip for ended where
   * nothing seems to be there after a member, as it does in a pipe.
   */
  private static final class Announced extends FilterInputStream {
    private final PushbackInputStream source;

    Announced(PushbackInputStream source) {
      super(source);
      this.source = source;
    }

    @Override
    public int available() throws IOException {
      int next = source.read();
      if (next < 0) {
        return 0;
      }
      source.unread(next);
      return 1;
    }
  }
}
