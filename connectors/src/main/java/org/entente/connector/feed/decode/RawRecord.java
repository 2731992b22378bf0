// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.connector.feed.expression.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A record as the source has it.
 *
 * @param line where it begins, counting from 1
 * @param values strings, lists of them, and mappings of all these, by field
 * @param raw what it looks like
 * @param problem why it is none, in a sentence without full stop
 */
public record RawRecord(
    long line, Map<String, ?> values, Supplier<String> raw, Optional<String> problem)
    implements Fields {
  /** The most characters of a record that are kept to look at. */
  public static final int SAMPLE = 2048;

  /** The most characters of one value; no observable is longer. */
  static final int LONGEST = 64 << 10;

  static RawRecord of(long line, Map<String, ?> values, Supplier<String> raw) {
    return new RawRecord(line, values, raw, Optional.empty());
  }

  static RawRecord broken(long line, String raw, String problem) {
    return new RawRecord(line, Map.of(), () -> raw, Optional.of(problem));
  }

  /** What it looks like, at most {@link #SAMPLE} characters. */
  public String sample() {
    String whole = raw.get();
    return whole.length() <= SAMPLE ? whole : whole.substring(0, SAMPLE);
  }

  @Override
  public @Nullable Object get(String name) {
    Object direct = values.get(name);
    int point = name.indexOf('.');
    if (direct != null || point < 0) {
      return direct instanceof Map ? null : direct;
    }
    Object at = values;
    for (String step : name.split("[.]", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at instanceof Map ? null : at;
  }
}
