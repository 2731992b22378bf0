// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Names for requests and errors, so that what a client saw can be found in the log. */
final class RequestIds {
  private static final int LONGEST = 100;
  private static final int DRAWN_AT_ONCE = 512;

  private final RandomGenerator random;
  private final ByteBuffer drawn = ByteBuffer.allocate(DRAWN_AT_ONCE * Long.BYTES).limit(0);

  RequestIds(RandomGenerator random) {
    this.random = random;
  }

  /** What the client calls its request, if that may stand in a header and a log; else a new one. */
  String of(@Nullable String sent) {
    return sent != null && harmless(sent) ? sent : fresh();
  }

  /** A name that nothing else has. */
  String fresh() {
    char[] digits = new char[16];
    long bits = draw();
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Character.forDigit((int) (bits >>> (4 * i)) & 0xf, 16);
    }
    return new String(digits);
  }

  /** A strong generator is slow to begin with a draw, not to go on with it. */
  private synchronized long draw() {
    if (!drawn.hasRemaining()) {
      random.nextBytes(drawn.array());
      drawn.clear();
    }
    return drawn.getLong();
  }

  private static boolean harmless(String sent) {
    if (sent.isEmpty() || sent.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      boolean word = c < 0x80 && Character.isLetterOrDigit(c);
      if (!word && "-_.:".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
