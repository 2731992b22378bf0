// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.stix.StixTimestamp;

/**
 * A place in the order of the exchange: microseconds since the epoch, unique and strictly
 * increasing. Written out, it is TAXII's {@code date_added} (TAXII 2.1 §2, timestamp).
 */
public final class Position {
  private static final long SECOND = 1_000_000;
  private static final String UTC_OFFSET = "+00:00";

  private Position() {}

  /** The position of an instant; what is finer than a microsecond is cut off. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1_000);
  }

  /** The instant of a position. */
  public static Instant instant(long position) {
    return Instant.ofEpochSecond(
        Math.floorDiv(position, SECOND), Math.floorMod(position, SECOND) * 1_000);
  }

  /** Writes {@code YYYY-MM-DDTHH:mm:ss.ssssssZ}, always six digits. */
  public static String text(long position) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(Math.floorDiv(position, SECOND), 0, ZoneOffset.UTC);
    char[] text = "0000-00-00T00:00:00.000000Z".toCharArray();
    digits(text, 0, 4, at.getYear());
    digits(text, 5, 7, at.getMonthValue());
    digits(text, 8, 10, at.getDayOfMonth());
    digits(text, 11, 13, at.getHour());
    digits(text, 14, 16, at.getMinute());
    digits(text, 17, 19, at.getSecond());
    digits(text, 20, 26, (int) Math.floorMod(position, SECOND));
    return new String(text);
  }

  private static void digits(char[] text, int start, int end, int value) {
    int rest = value;
    for (int i = end - 1; i >= start; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Reads what clients send as {@code added_after}: any number of fraction digits; {@code Z},
   * {@code +00:00}, or {@code 00:00} after a space, which is a plus that nobody escaped.
   *
   * @param text the decoded value
   * @return the position, or empty when the text is no time in UTC
   */
  public static Optional<Long> parse(String text) {
    return StixTimestamp.parse(utc(text)).flatMap(Position::position);
  }

  private static String utc(String text) {
    int offset = text.length() - UTC_OFFSET.length();
    boolean spelledOut = offset > 0 && (text.endsWith(UTC_OFFSET) || text.endsWith(" 00:00"));
    return spelledOut ? text.substring(0, offset) + 'Z' : text;
  }

  private static Optional<Long> position(StixTimestamp at) {
    try {
      return Optional.of(of(at.instant()));
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return Optional.empty();
    }
  }
}
