// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.server.config.Config;
import org.entente.server.config.HostPort;
import org.entente.server.http.tls.Certificates;
import org.entente.server.http.wire.Connections;
import org.entente.server.http.wire.Outgoing;
import org.entente.server.observe.Metrics;

/** The two listeners: partners, with TAXII and the members' calls, and management. */
public final class Listeners {
  private static final int PARTNERS = 1;
  private static final int MANAGEMENT = 2;

  private final Vertx vertx;
  private final ListenersSettings settings;
  private final Optional<Certificates> certificates;
  private final Surroundings around;
  private final RequestIds ids;
  private final Outgoing outgoing;
  private final AtomicInteger partnersPort = new AtomicInteger();
  private final AtomicInteger managementPort = new AtomicInteger();

  /**
   * Listeners that do not listen yet.
   *
   * @param vertx owns the event loops
   * @param settings where and how
   * @param certificates absent for HTTP without TLS
   * @param around clocks, chance and counters
   */
  public Listeners(
      Vertx vertx,
      ListenersSettings settings,
      Optional<Certificates> certificates,
      Surroundings around) {
    this.vertx = vertx;
    this.settings = settings;
    this.certificates = certificates;
    this.around = around;
    this.ids = new RequestIds(around.random());
    this.outgoing = new Outgoing(settings.config().bounds().output().unsentBytes());
  }

  /** Opens both; fails where an address is taken or a certificate cannot be used. */
  public Future<Void> start(PartnersSite partners, ManagementSite management) {
    Config.Listen listen = settings.config().network().listen();
    Listener.Loop forPartners = partners.loop(vertx, settings, outgoing, around, ids);
    Problems problems = new Problems(ids, around);
    Listener.Loop forManagement = connections -> management.router(vertx, problems, connections);
    Door first = door(listen.partners(), true, forPartners, partnersPort);
    Door second = door(listen.management(), false, forManagement, managementPort);
    return open(first, settings.loops()).compose(open -> open(second, 1)).mapEmpty();
  }

  private Future<String> open(Door door, int loops) {
    return vertx
        .deployVerticle(() -> new Listener(door), new DeploymentOptions().setInstances(loops))
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof IOException
                        ? new IOException(
                            "`" + door.address() + "` cannot be listened on: " + cause.getMessage(),
                            cause)
                        : cause));
  }

  private Door door(HostPort address, boolean clients, Listener.Loop loop, AtomicInteger port) {
    Connections.Room room =
        new Connections.Room(
            settings.config().bounds().output().connections(),
            () -> around.metrics().refused(Metrics.Bound.CONNECTIONS));
    return new Door(
        address,
        certificates.map(known -> new Door.Tls(known, clients, settings.reload())),
        new Door.Bounds(room, outgoing, settings.patience(), settings.grace()),
        new BadRequests(new ErrorWriter(ids), ids),
        loop,
        port,
        clients ? PARTNERS : MANAGEMENT);
  }

  /** Where partners are served, as this machine reaches it; after the start. */
  public URI partners() {
    return uri(settings.config().network().listen().partners(), partnersPort);
  }

  /** Where the management is served; after the start. */
  public URI management() {
    return uri(settings.config().network().listen().management(), managementPort);
  }

  private URI uri(HostPort address, AtomicInteger port) {
    boolean any = address.host().equals("0.0.0.0") || address.host().equals("::");
    HostPort reached = new HostPort(any ? "localhost" : address.host(), port.get());
    return URI.create((certificates.isPresent() ? "https://" : "http://") + reached + "/");
  }

  /** The SHA-256 of the certificate, where it was made here and no client knows its issuer. */
  public Optional<String> ownFingerprint() {
    return certificates.filter(Certificates::made).map(Certificates::fingerprint);
  }

  /** Bytes that wait for their readers. */
  public long unsentBytes() {
    return outgoing.unsent();
  }
}
