// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.expression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The fixed list of filters. */
final class Filters {
  static final List<String> NAMES =
      List.of(
          "trim", "lower", "upper", "refang", "split", "default", "regex", "date", "int", "hash");
  private static final Pattern HASH =
      Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}");

  /** What people put around and into values that nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile("^[\\s\\u00a0\\u200b-\\u200f\\ufeff]+|[\\s\\u00a0\\u200b-\\u200f\\ufeff]+$");

  private Filters() {}

  static Filter of(String name, List<String> arguments, Times times) throws ExpressionException {
    if (!NAMES.contains(name)) {
      throw new ExpressionException(
          "there is no filter `" + name + "`; there are " + String.join(", ", NAMES));
    }
    int wanted =
        switch (name) {
          case "split", "default", "regex" -> 1;
          default -> 0;
        };
    if (arguments.size() != wanted) {
      throw new ExpressionException(
          "filter `" + name + "` takes " + (wanted == 0 ? "nothing" : "one text"));
    }
    String argument = wanted == 0 ? "" : arguments.get(0);
    return switch (name) {
      case "trim" -> each(Filters::trim);
      case "lower" -> each(text -> text.toLowerCase(Locale.ROOT));
      case "upper" -> each(text -> text.toUpperCase(Locale.ROOT));
      case "refang" -> each(Refang::refang);
      case "split" -> value -> split(value, argument);
      case "default" -> value -> isEmpty(value) ? argument : value;
      case "regex" -> regex(argument);
      case "date" -> each(text -> times.read(text).map(Instant::toString).orElse(null));
      case "int" -> each(Filters::number);
      default -> each(Filters::hash);
    };
  }

  static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof List<?> list && list.isEmpty();
  }

  static String trim(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }

  /** A filter of texts; in a list each is one, and what becomes nothing is left out. */
  private static Filter each(UnaryOperator<@Nullable String> step) {
    return value -> {
      if (value instanceof List<?> list) {
        return list.stream()
            .map(item -> step.apply(String.valueOf(item)))
            .filter(Objects::nonNull)
            .toList();
      }
      return value == null ? null : step.apply(String.valueOf(value));
    };
  }

  private static @Nullable Object split(@Nullable Object value, String separator) {
    if (!(value instanceof String text)) {
      return value;
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      String trimmed = trim(part);
      if (!trimmed.isEmpty() && !parts.contains(trimmed)) {
        parts.add(trimmed);
      }
    }
    return parts;
  }

  private static Filter regex(String pattern) throws ExpressionException {
    try {
      Pattern compiled = Pattern.compile(pattern);
      return each(
          text -> {
            Matcher matcher = compiled.matcher(text);
            if (!matcher.find()) {
              return null;
            }
            return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
          });
    } catch (PatternSyntaxException e) {
      throw new ExpressionException("`" + pattern + "` is no regular expression");
    }
  }

  private static @Nullable String number(String text) {
    String digits = trim(text);
    return digits.matches("-?[0-9]{1,18}") ? Long.toString(Long.parseLong(digits)) : null;
  }

  private static @Nullable String hash(String text) {
    String lower = trim(text).toLowerCase(Locale.ROOT);
    return HASH.matcher(lower).matches() ? lower : null;
  }
}
