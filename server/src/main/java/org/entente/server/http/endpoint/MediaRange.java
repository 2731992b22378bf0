// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or range as in {@code Accept} and {@code Content-Type} (RFC 9110 §12.5.1).
 *
 * @param type in lower case, {@code type/subtype}
 * @param parameters names in lower case, values without quotes; the weight is not among them
 * @param wanted whether its weight is more than zero
 */
record MediaRange(String type, Map<String, String> parameters, boolean wanted) {
  private static final int MOST = 50;

  /** Reads a list; what is not a range is left out. */
  static List<MediaRange> list(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String element : split(header, ',')) {
      if (ranges.size() < MOST) {
        one(element).ifPresent(ranges::add);
      }
    }
    return ranges;
  }

  /** Reads one. */
  static Optional<MediaRange> one(String text) {
    List<String> parts = split(text, ';');
    String type = parts.get(0).strip().toLowerCase(Locale.ROOT);
    int slash = type.indexOf('/');
    if (slash < 1 || slash == type.length() - 1 || type.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            unquoted(part.substring(equals + 1).strip()));
      }
    }
    String weight = parameters.remove("q");
    return Optional.of(
        new MediaRange(type, Map.copyOf(parameters), weight == null || some(weight)));
  }

  private static boolean some(String weight) {
    for (int i = 0; i < weight.length(); i++) {
      char c = weight.charAt(i);
      if (c >= '1' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replace("\\", "");
  }

  /** Splits where a separator stands outside quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(Math.min(start, text.length())));
    return parts;
  }

  /** Whether it is the type, of version 2.1 or of none in particular. */
  boolean isCurrent(String name) {
    return type.equals(name) && parameters.getOrDefault("version", "2.1").equals("2.1");
  }
}
