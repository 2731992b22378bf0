// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a request, each at most once and none that the call does not know. */
public final class Query {
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}-");

  private final MultiMap values;

  private Query(MultiMap values) {
    this.values = values;
  }

  static Query of(MultiMap values, Set<String> known) {
    for (String name : values.names()) {
      if (!known.contains(name)) {
        throw new ProblemException(400, "unknown parameter `" + cut(name) + "`");
      }
    }
    return new Query(values);
  }

  /** The value of a parameter, if it is there and not empty. */
  public Optional<String> text(String name) {
    List<String> all = values.getAll(name);
    if (all.size() > 1) {
      throw new ProblemException(400, "parameter `" + name + "` is there twice");
    }
    return all.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /** The same, for one that must be there. */
  public String need(String name) {
    return text(name)
        .orElseThrow(() -> new ProblemException(400, "parameter `" + name + "` is missing"));
  }

  /** All values of a parameter that may be there several times. */
  public List<String> texts(String name) {
    return List.copyOf(values.getAll(name));
  }

  /** A parameter that is {@code true} or, unless said, {@code false}. */
  public boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!Set.of("true", "false").contains(value)) {
      throw wrong(name, value, "`true` or `false`");
    }
    return value.equals("true");
  }

  /** A number; bounds included. */
  public int number(String name, int least, int otherwise, int most) {
    String value = text(name).orElse(Integer.toString(otherwise));
    String wanted = "a number from " + least + " to " + most;
    if (!value.matches("[0-9]{1,9}")) {
      throw wrong(name, value, wanted);
    }
    int number = Integer.parseInt(value);
    if (number < least || number > most) {
      throw wrong(name, value, wanted);
    }
    return number;
  }

  /** A time, RFC 3339. */
  public Optional<Instant> time(String name) {
    return text(name)
        .map(
            value -> {
              try {
                // years of more digits are none of RFC 3339, and beyond what is counted
                return OffsetDateTime.parse(YEAR.matcher(value).lookingAt() ? value : "")
                    .toInstant();
              } catch (DateTimeException e) {
                throw wrong(name, value, "a time such as `2026-01-31T12:00:00Z`");
              }
            });
  }

  /** A duration, ISO 8601, from zero to the most; zero unless said. */
  public Duration duration(String name, Duration most) {
    String value = text(name).orElse("PT0S");
    String wanted = "a duration from `PT0S` to `P" + most.toDays() + "D`";
    try {
      Duration duration = Duration.parse(value);
      if (duration.isNegative() || duration.compareTo(most) > 0) {
        throw wrong(name, value, wanted);
      }
      return duration;
    } catch (DateTimeException e) {
      throw wrong(name, value, wanted);
    }
  }

  /** A parameter is not what it has to be. */
  public static ProblemException wrong(String name, String value, String wanted) {
    return new ProblemException(
        400, "parameter `" + name + "` is " + wanted + ", not `" + cut(value) + "`");
  }

  /** What a user sent, short and on one line. */
  public static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }
}
