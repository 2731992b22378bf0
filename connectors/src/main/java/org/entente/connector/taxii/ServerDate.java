// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The server's clock as its {@code Date} header shows it, in whole seconds. */
final class ServerDate {
  private ServerDate() {}

  /** The header's time, or the client's own where there is none. */
  static Instant of(@Nullable String header, InstantSource clock) {
    if (header == null) {
      return clock.instant();
    }
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException noDate) {
      return clock.instant();
    }
  }
}
