// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.server.config.HostPort;
import org.entente.server.http.tls.Certificates;
import org.entente.server.http.wire.Connections;
import org.entente.server.http.wire.Outgoing;
import org.entente.server.http.wire.Patience;

/**
 * What the event loops behind one address share.
 *
 * @param address where they listen
 * @param tls absent for HTTP without it
 * @param bounds how much and how long
 * @param bad answers what is no request
 * @param loop answers requests
 * @param port the port that is open
 * @param number above 0, and no other door's: loops with the same one share a free port
 */
record Door(
    HostPort address,
    Optional<Tls> tls,
    Bounds bounds,
    BadRequests bad,
    Listener.Loop loop,
    AtomicInteger port,
    int number) {

  /**
   * TLS at a door.
   *
   * @param certificates who we are
   * @param clients whether client certificates are asked for, where there is an issuer
   * @param reload how often the files are looked at
   */
  record Tls(Certificates certificates, boolean clients, Duration reload) {}

  /**
   * Bounds at a door.
   *
   * @param room how many connections there may be
   * @param outgoing what is not yet sent
   * @param patience how long clients may take
   * @param grace how long a stop waits for what is in flight
   */
  record Bounds(Connections.Room room, Outgoing outgoing, Patience patience, Duration grace) {}
}
