// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.auth.SecretFactory;
import org.entente.server.http.Listeners;
import org.entente.server.http.ManagementSite;
import org.entente.server.http.PartnersSite;
import org.entente.server.observe.Health;
import org.entente.server.taxii.CursorKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server within this process: its store, its doors, and the order in which they open and close.
 */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long HOUR_MILLIS = 3_600_000;

  private final Vertx vertx;
  private final Exchange exchange;
  private final Listeners listeners;
  private final Health health;
  private final FirstCommunity firstCommunity;
  private final AdminToken token;
  private final Function<CursorKey, PartnersSite> partners;
  private final ManagementSite management;
  private final Chance chance;

  Server(
      Vertx vertx,
      Exchange exchange,
      Listeners listeners,
      Health health,
      FirstCommunity firstCommunity,
      AdminToken token,
      Function<CursorKey, PartnersSite> partners,
      ManagementSite management,
      Chance chance) {
    this.vertx = vertx;
    this.exchange = exchange;
    this.listeners = listeners;
    this.health = health;
    this.firstCommunity = firstCommunity;
    this.token = token;
    this.partners = partners;
    this.management = management;
    this.chance = chance;
  }

  /**
   * Opens the store, then the listeners.
   *
   * @param community applied when the store is empty
   */
  Future<Void> start(Optional<Path> community) {
    return exchange
        .open()
        .compose(open -> firstToken())
        .compose(done -> first(community))
        .compose(done -> Wiring.cursorKey(exchange.storage(), chance))
        .compose(key -> listeners.start(partners.apply(key), management))
        .onSuccess(
            listening -> {
              health.enter(Health.Phase.SERVING);
              long unused = vertx.setPeriodic(0, HOUR_MILLIS, hour -> signHead());
              exchange
                  .submissions()
                  .resume()
                  .onComplete(
                      count -> LOG.debug("{} submissions were pending", count),
                      failed -> LOG.warn("pending submissions cannot be read", failed));
            });
  }

  /** There is a head for every day on which the exchange runs, whether anybody asks or not. */
  private void signHead() {
    exchange
        .cases()
        .auditing()
        .daily()
        .onComplete(
            head -> LOG.debug("today's audit head is of record {}", head.number()),
            failed -> LOG.warn("the audit head of the day cannot be signed", failed));
  }

  private Future<Void> firstToken() {
    SecretFactory.NewSecret fresh = new SecretFactory(chance.random()).create();
    return exchange
        .administrators()
        .load(fresh.sha256())
        .map(
            first -> {
              if (first) {
                Path unused = token.write(fresh.text());
              }
              return null;
            });
  }

  private Future<Boolean> first(Optional<Path> community) {
    return community.map(firstCommunity::apply).orElse(Future.succeededFuture(false));
  }

  /** Where partners are served, once started. */
  URI partners() {
    return listeners.partners();
  }

  /** As {@link Listeners#ownFingerprint}. */
  Optional<String> ownFingerprint() {
    return listeners.ownFingerprint();
  }

  /** Where administrators are served, once started. */
  URI management() {
    return listeners.management();
  }

  /** Lets what is in flight finish, then closes the listeners, the store, and Vert.x. */
  Future<Void> stop(Vertx vertx) {
    health.enter(Health.Phase.STOPPING);
    List<Future<Void>> closing = vertx.deploymentIDs().stream().map(vertx::undeploy).toList();
    return Future.join(closing)
        .eventually(exchange.storage()::close)
        .eventually(vertx::close)
        .mapEmpty();
  }
}
