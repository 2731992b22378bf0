// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) as it arrives, a bounded piece at a time, so that a small body that
 * unpacks to a huge one never does so in memory. Members may follow each other.
 */
final class Gunzip {
  private static final int PIECE = 16 * 1024;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int MAX_FIELD = 64 * 1024;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] piece = new byte[PIECE];
  private byte[] input = new byte[0];
  private int at;
  private State state = State.HEADER;
  private int flags;
  private int counted;
  private int extra;
  private long trailer;
  private boolean anyMember;

  private enum State {
    HEADER,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    HEADER_CHECK,
    BODY,
    TRAILER
  }

  /** Takes the next bytes; those before must have been unpacked. */
  void feed(byte[] bytes) {
    input = bytes;
    at = 0;
    if (state == State.BODY) {
      inflater.setInput(bytes);
    }
  }

  /**
   * Unpacks a piece of what was fed.
   *
   * @return the next bytes; an empty array when all that was fed is unpacked
   * @throws DataFormatException when it is no gzip
   */
  byte[] next() throws DataFormatException {
    while (true) {
      if (state == State.BODY) {
        int size = inflater.inflate(piece);
        if (size > 0) {
          crc.update(piece, 0, size);
          byte[] out = new byte[size];
          System.arraycopy(piece, 0, out, 0, size);
          return out;
        }
        if (inflater.needsDictionary()) {
          throw new DataFormatException("a dictionary is needed");
        }
        if (!inflater.finished()) {
          at = input.length;
          return new byte[0];
        }
        at = input.length - inflater.getRemaining();
        enter(State.TRAILER);
      } else if (at == input.length) {
        return new byte[0];
      } else {
        step(input[at++] & 0xff);
      }
    }
  }

  /** Whether what was fed so far is whole. */
  boolean whole() {
    return anyMember && state == State.HEADER && counted == 0;
  }

  /** Frees native memory. */
  void close() {
    inflater.end();
  }

  private void enter(State next) {
    state = next;
    counted = 0;
  }

  private void step(int b) throws DataFormatException {
    counted++;
    switch (state) {
      case HEADER -> header(b);
      case EXTRA_LENGTH -> {
        extra |= b << (8 * (counted - 1));
        if (counted == 2) {
          enter(State.EXTRA);
          skipEmptyExtra();
        }
      }
      case EXTRA -> {
        if (counted == extra) {
          afterFlag(4);
        }
      }
      case NAME, COMMENT -> {
        if (b == 0) {
          afterFlag(state == State.NAME ? 8 : 16);
        } else if (counted > MAX_FIELD) {
          throw new DataFormatException("a field of the header is too long");
        }
      }
      case HEADER_CHECK -> {
        if (counted == 2) {
          beginBody();
        }
      }
      case TRAILER -> trailer(b);
      case BODY -> throw new IllegalStateException("the inflater reads the body");
    }
  }

  private void header(int b) throws DataFormatException {
    boolean good =
        switch (counted) {
          case 1 -> b == 0x1f;
          case 2 -> b == 0x8b;
          case 3 -> b == 8;
          case 4 -> (b & 0xe0) == 0;
          default -> true;
        };
    if (!good) {
      throw new DataFormatException("not gzip");
    }
    if (counted == 4) {
      flags = b;
    }
    if (counted == HEADER) {
      afterFlag(2);
    }
  }

  private void skipEmptyExtra() {
    if (extra == 0) {
      afterFlag(4);
    }
  }

  /** Goes to the next field that the flags announce, in the order of RFC 1952 §2.3. */
  private void afterFlag(int done) {
    if (done < 4 && (flags & 4) != 0) {
      extra = 0;
      enter(State.EXTRA_LENGTH);
    } else if (done < 8 && (flags & 8) != 0) {
      enter(State.NAME);
    } else if (done < 16 && (flags & 16) != 0) {
      enter(State.COMMENT);
    } else if ((flags & 2) != 0) {
      enter(State.HEADER_CHECK);
    } else {
      beginBody();
    }
  }

  private void beginBody() {
    enter(State.BODY);
    trailer = 0;
    crc.reset();
    inflater.reset();
    inflater.setInput(input, at, input.length - at);
  }

  private void trailer(int b) throws DataFormatException {
    trailer |= (long) b << (8 * (counted - 1));
    if (counted == TRAILER) {
      boolean good =
          (trailer & 0xffffffffL) == crc.getValue()
              && trailer >>> 32 == (inflater.getBytesWritten() & 0xffffffffL);
      if (!good) {
        throw new DataFormatException("the checksum is wrong");
      }
      anyMember = true;
      enter(State.HEADER);
    }
  }
}
