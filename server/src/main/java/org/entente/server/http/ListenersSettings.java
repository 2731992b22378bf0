// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.time.Duration;
import org.entente.server.config.Config;
import org.entente.server.http.wire.Patience;

/**
 * How the listeners listen.
 *
 * @param config addresses, roots, bounds
 * @param loops how many event loops serve partners
 * @param patience how long clients may take
 * @param reload how often certificates are looked at
 * @param grace how long a stop waits for what is in flight
 */
public record ListenersSettings(
    Config config, int loops, Patience patience, Duration reload, Duration grace) {
  /** What suits a running exchange. */
  public static ListenersSettings usual(Config config, int loops) {
    return new ListenersSettings(
        config, loops, Patience.USUAL, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }
}
