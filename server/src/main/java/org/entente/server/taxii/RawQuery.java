// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs of a query string, decoded strictly: a wrong escape is an error wherever it stands.
 * Order and repetitions are kept.
 */
final class RawQuery {
  private static final int MAX_PAIRS = 100;

  private RawQuery() {}

  /** A decoded pair. */
  record Pair(String name, String value) {}

  static List<Pair> parse(String raw) {
    List<Pair> pairs = new ArrayList<>();
    int start = 0;
    while (start <= raw.length()) {
      int end = raw.indexOf('&', start);
      if (end < 0) {
        end = raw.length();
      }
      if (end > start) {
        pairs.add(pair(raw.substring(start, end)));
        if (pairs.size() > MAX_PAIRS) {
          throw new TaxiiFailure.BadRequest("the query has more than " + MAX_PAIRS + " parameters")
              .exception();
        }
      }
      start = end + 1;
    }
    return pairs;
  }

  private static Pair pair(String raw) {
    int split = raw.indexOf('=');
    return split < 0
        ? new Pair(decode(raw), "")
        : new Pair(decode(raw.substring(0, split)), decode(raw.substring(split + 1)));
  }

  private static String decode(String raw) {
    boolean plain = true;
    for (int i = 0; i < raw.length() && plain; i++) {
      char c = raw.charAt(i);
      plain = c != '%' && c != '+' && c > ' ' && c < 0x7f;
    }
    return plain ? raw : unescape(raw);
  }

  private static String unescape(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int value =
            i + 2 < raw.length() ? hex(raw.charAt(i + 1)) << 4 | hex(raw.charAt(i + 2)) : -1;
        if (value < 0) {
          throw wrong(raw);
        }
        bytes.put((byte) value);
        i += 2;
      } else if (c > ' ' && c < 0x7f) {
        bytes.put((byte) (c == '+' ? ' ' : c));
      } else {
        throw wrong(raw);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw wrong(raw);
    }
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static TaxiiException wrong(String raw) {
    return new TaxiiFailure.BadRequest(
            "the query has a wrong escape or character in " + Shown.of(raw))
        .exception();
  }
}
