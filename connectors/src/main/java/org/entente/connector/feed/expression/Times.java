// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a source writes times. A day without an hour begins at midnight of the zone. */
public final class Times {
  private static final BigDecimal LAST = new BigDecimal(253_402_300_799L);

  private final ZoneId zone;
  private final List<DateTimeFormatter> formats;
  private final boolean epoch;

  private Times(ZoneId zone, List<DateTimeFormatter> formats, boolean epoch) {
    this.zone = zone;
    this.formats = formats;
    this.epoch = epoch;
  }

  /**
   * Times in some formats.
   *
   * @param zone of what names none itself, such as {@code UTC}
   * @param patterns {@code iso} (with or without an offset), {@code epoch} (seconds), or patterns
   *     of {@link DateTimeFormatter}; tried in order
   */
  public static Times of(String zone, List<String> patterns) throws ExpressionException {
    List<DateTimeFormatter> formats = new ArrayList<>();
    for (String pattern : patterns) {
      if (!pattern.equals("epoch")) {
        formats.add(format(pattern));
      }
    }
    try {
      return new Times(ZoneId.of(zone), List.copyOf(formats), patterns.contains("epoch"));
    } catch (DateTimeException e) {
      throw new ExpressionException("there is no time zone `" + zone + "`");
    }
  }

  private static DateTimeFormatter format(String pattern) throws ExpressionException {
    if (pattern.equals("iso")) {
      return new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
    }
    try {
      // with a strict resolver a year is `u`, and everybody writes `y`
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern.replace("yyyy", "uuuu"))
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new ExpressionException("`" + pattern + "` is no format of times");
    }
  }

  /** Reads a time, or gives empty when it has none of the formats. */
  public Optional<Instant> read(String text) {
    String plain = text.strip();
    Instant at = epoch ? seconds(plain) : null;
    for (int i = 0; at == null && i < formats.size(); i++) {
      at = read(plain, formats.get(i));
    }
    return Optional.ofNullable(at);
  }

  private static @Nullable Instant seconds(String text) {
    if (text.isEmpty() || text.length() > 20 || !text.matches("[0-9]+([.][0-9]+)?")) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(text);
    if (seconds.compareTo(LAST) > 0) {
      return null;
    }
    return Instant.ofEpochMilli(
        seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact());
  }

  private @Nullable Instant read(String text, DateTimeFormatter format) {
    try {
      TemporalAccessor parsed = format.parse(text);
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Instant.from(parsed);
      }
      var day = parsed.query(TemporalQueries.localDate());
      if (day == null) {
        return null;
      }
      LocalTime hour = parsed.query(TemporalQueries.localTime());
      return day.atTime(hour == null ? LocalTime.MIDNIGHT : hour).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
