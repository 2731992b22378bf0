// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, each at most once and none that the call does not know. */
final class Query {
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

  Optional<String> text(String name) {
    List<String> all = values.getAll(name);
    if (all.size() > 1) {
      throw new ProblemException(400, "parameter `" + name + "` is there twice");
    }
    return all.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  String need(String name) {
    return text(name)
        .orElseThrow(() -> new ProblemException(400, "parameter `" + name + "` is missing"));
  }

  List<String> texts(String name) {
    return List.copyOf(values.getAll(name));
  }

  boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!Set.of("true", "false").contains(value)) {
      throw wrong(name, value, "`true` or `false`");
    }
    return value.equals("true");
  }

  int number(String name, int least, int otherwise, int most) {
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

  Optional<Instant> time(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return OffsetDateTime.parse(value).toInstant();
              } catch (DateTimeException e) {
                throw wrong(name, value, "a time such as `2026-01-31T12:00:00Z`");
              }
            });
  }

  Duration duration(String name, Duration most) {
    String value = text(name).orElse("PT0S");
    String wanted = "a duration from `PT0S` to `" + most + "`";
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

  static ProblemException wrong(String name, String value, String wanted) {
    return new ProblemException(
        400, "parameter `" + name + "` is " + wanted + ", not `" + cut(value) + "`");
  }

  static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }
}
