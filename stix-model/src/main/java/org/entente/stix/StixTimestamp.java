// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A STIX timestamp (STIX 2.1 §2.16): an instant and the text it was written as. Compared by
 * instant, printed as text.
 *
 * @param instant the point in time; digits beyond nanoseconds are cut
 * @param text what the producer wrote
 */
public record StixTimestamp(Instant instant, String text) implements Comparable<StixTimestamp> {
  /** The version of an object that has neither {@code modified} nor {@code created}. */
  public static final StixTimestamp UNVERSIONED =
      new StixTimestamp(Instant.EPOCH, "1970-01-01T00:00:00.000Z");

  private static final int SECONDS_LENGTH = "2020-01-01T00:00:00".length();

  /**
   * Reads {@code YYYY-MM-DDTHH:mm:ss[.s+]Z}, upper-case T and Z, any number of fraction digits.
   *
   * @param text what the producer wrote
   * @return the timestamp, or empty when the text is none
   */
  public static Optional<StixTimestamp> parse(String text) {
    int length = text.length();
    if (length <= SECONDS_LENGTH || length > 64 || text.charAt(length - 1) != 'Z') {
      return Optional.empty();
    }
    int nanos = nanos(text, SECONDS_LENGTH, length - 1);
    if (nanos < 0 || !shaped(text)) {
      return Optional.empty();
    }
    try {
      int second = number(text, 17, 19);
      LocalDateTime at =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              second == 60 ? 59 : second,
              nanos);
      Instant instant = at.toInstant(ZoneOffset.UTC);
      return Optional.of(new StixTimestamp(second == 60 ? instant.plusSeconds(1) : instant, text));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static boolean shaped(String text) {
    for (int i = 0; i < SECONDS_LENGTH; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static int nanos(String text, int dot, int end) {
    if (dot == end) {
      return 0;
    }
    if (text.charAt(dot) != '.' || dot + 1 == end) {
      return -1;
    }
    int nanos = 0;
    for (int i = 0; i < Math.max(9, end - dot - 1); i++) {
      int at = dot + 1 + i;
      char c = at < end ? text.charAt(at) : '0';
      if (c < '0' || c > '9') {
        return -1;
      }
      if (i < 9) {
        nanos = nanos * 10 + c - '0';
      }
    }
    return nanos;
  }

  /** Orders by instant alone. */
  @Override
  public int compareTo(StixTimestamp other) {
    return instant.compareTo(other.instant);
  }

  @Override
  public String toString() {
    return text;
  }
}
