// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.connector.taxii.TaxiiOptions.Timeouts;

/** Clients with short waits, a still clock and known chance. */
public final class Clients {
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  private static final RetryPolicy QUICK =
      new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(5));

  static final TaxiiOptions OPTIONS =
      TaxiiOptions.of("test")
          .with(
              new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30)),
              QUICK);

  private Clients() {}

  public static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(7);
  }

  static TaxiiRuntime runtime(LocalServer server, List<String> notices) {
    return new TaxiiRuntime(server.vertx(), CLOCK, random(), notices::add);
  }

  public static TaxiiClient of(LocalServer server) {
    return of(server, OPTIONS, new TaxiiAuth.Basic("u", ClientSecret.of("p")));
  }

  static TaxiiClient of(LocalServer server, TaxiiOptions options, TaxiiAuth auth) {
    URI url = server.url("/");
    return TaxiiClient.open(runtime(server, new CopyOnWriteArrayList<>()), options, url, auth);
  }
}
