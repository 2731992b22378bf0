// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How settings are written; every refusal is a sentence that begins with the text. */
final class Forms {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})(B|KiB|MiB|GiB|)");
  private static final Map<String, Integer> SHIFTS =
      Map.of("", 0, "B", 0, "KiB", 10, "MiB", 20, "GiB", 30);
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  private Forms() {}

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(text, "is neither `true` nor `false`");
    };
  }

  /** A whole number from least to most, both included. */
  static Settings.Form<Integer> count(int least, int most) {
    return text -> {
      if (!COUNT.matcher(text).matches()
          || Integer.parseInt(text) < least
          || Integer.parseInt(text) > most) {
        throw refused(text, "is no whole number from " + least + " to " + most);
      }
      return Integer.parseInt(text);
    };
  }

  /** A number of bytes from least to most, both included. */
  static Settings.Form<Long> size(long least, long most) {
    return text -> {
      Matcher form = SIZE.matcher(text);
      if (!form.matches()) {
        throw refused(text, "is no size such as `4MiB` (B, KiB, MiB or GiB)");
      }
      long number = Long.parseLong(form.group(1));
      int shift = SHIFTS.getOrDefault(form.group(2), 0);
      if (number > Long.MAX_VALUE >> shift || number << shift < least || number << shift > most) {
        throw refused(text, "is not from " + least + " to " + most + " bytes");
      }
      return number << shift;
    };
  }

  /** A bound that may be off, which is empty. */
  static Settings.Form<OptionalLong> orOff(Settings.Form<? extends Number> bound) {
    return text ->
        text.equals("off") ? OptionalLong.empty() : OptionalLong.of(bound.parse(text).longValue());
  }

  /** An ISO 8601 duration longer than nothing. */
  static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(Duration.ZERO) > 0) {
        return duration;
      }
    } catch (DateTimeParseException notOne) {
      // refused below, as is one that is not positive
    }
    throw refused(text, "is no duration such as `P7D` or `PT12H`");
  }

  /** One of an enum's constants, in lower case. */
  static <E extends Enum<E>> Settings.Form<E> choice(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst()
            .orElseThrow(() -> refused(text, "is none of " + choices(type)));
  }

  /** The http or https URL of a host, kept without a slash at its end. */
  static URI baseUrl(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && plain && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException notOne) {
      // refused below
    }
    throw refused(text, "is no URL such as `https://exchange.example`");
  }

  static UUID uuid(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw refused(text, "is no UUID in lower case");
    }
    return UUID.fromString(text);
  }

  /** A text of a given form. */
  static Settings.Form<String> matching(Pattern form, String what) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw refused(text, "is no " + what);
      }
      return text;
    };
  }

  static IllegalArgumentException refused(String text, String reason) {
    return new IllegalArgumentException(shown(text) + " " + reason);
  }

  /** What a user wrote, as a sentence shows it. */
  static String shown(String text) {
    return "`" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "`";
  }

  private static String choices(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> "`" + constant.name().toLowerCase(Locale.ROOT) + "`")
        .collect(Collectors.joining(", "));
  }
}
