// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Names for requests and errors, so that what a client saw can be found in the log. */
final class RequestIds {
  private static final int LONGEST = 100;

  private final RandomGenerator random;

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
    long bits = random.nextLong();
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Character.forDigit((int) (bits >>> (4 * i)) & 0xf, 16);
    }
    return new String(digits);
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
