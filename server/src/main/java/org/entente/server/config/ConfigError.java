// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.config;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with the configuration.
 *
 * @param place the file and the line, or the environment variable
 * @param key the setting, dotted
 * @param reason what is wrong with it; never a secret
 */
public record ConfigError(String place, String key, String reason) {
  /** By line; what has none, such as an environment variable, comes last. */
  static final Comparator<ConfigError> BY_LINE = Comparator.comparingInt(ConfigError::line);

  private static final Pattern LINE = Pattern.compile(":(\\d{1,9})$");

  private int line() {
    Matcher line = LINE.matcher(place);
    return line.find() ? Integer.parseInt(line.group(1)) : Integer.MAX_VALUE;
  }

  @Override
  public String toString() {
    return key.isEmpty() ? place + ": " + reason : place + ": " + key + ": " + reason;
  }
}
