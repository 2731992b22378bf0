// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.wire;

import java.time.Duration;

/**
 * How long a client may take. Deadlines are looked at once a tick, so they are that coarse.
 *
 * @param tick how often deadlines are looked at
 * @param headers from the first byte of a request to the end of its headers
 * @param idle between requests
 * @param body without a byte of a body; and until the slowest pace is asked for
 * @param pace the slowest pace of a body, bytes a second
 * @param unread while an answer waits for its reader to take anything
 */
public record Patience(
    Duration tick, Duration headers, Duration idle, Duration body, long pace, Duration unread) {
  /** What suits people's networks. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(20),
          1024,
          Duration.ofSeconds(30));

  long ticks(Duration time) {
    return Math.max(1, time.toNanos() / tick.toNanos());
  }
}
