// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.entente.server.config.Config;
import org.entente.server.http.endpoint.Endpoints;
import org.entente.server.http.endpoint.Pages;
import org.entente.server.http.endpoint.UseCases;
import org.entente.server.http.wire.Connections;
import org.entente.server.http.wire.Outgoing;
import org.entente.server.http.wire.TrustedProxies;
import org.entente.server.http.wire.Turns;
import org.entente.server.taxii.QueryParser;

/**
 * What the partners' listener serves.
 *
 * @param cases the exchange behind TAXII
 * @param keepers who decides what comes in
 * @param member the calls below {@code /member/v1}
 */
public record PartnersSite(UseCases cases, Doorkeepers keepers, Optional<Router> member) {

  Listener.Loop loop(
      Vertx vertx,
      ListenersSettings settings,
      Outgoing outgoing,
      Surroundings around,
      RequestIds ids) {
    Config config = settings.config();
    TrustedProxies proxies = new TrustedProxies(config.network().trustedProxies(), around.clock());
    Gate gate = new Gate(keepers.authenticator(), keepers.limits(), proxies);
    Endpoints endpoints =
        new Endpoints(vertx, config, cases, pages(config, outgoing), settings.patience());
    Site site =
        new Site(
            gate,
            new Dispatcher(endpoints, cases.reading()),
            new ErrorWriter(ids),
            new ResponseWriter(around.compressors()),
            turns(config),
            ids,
            around);
    Problems problems = new Problems(ids, around);
    return connections ->
        handler(site, MemberSite.of(vertx, member, gate, connections, problems), connections);
  }

  /** Pages in the making take a sixteenth of the memory, or twice the largest page. */
  private static Turns turns(Config config) {
    Runtime machine = Runtime.getRuntime();
    long room = machine.maxMemory() / 16 / config.bounds().output().pageBytes();
    return new Turns((int) Math.max(2, Math.min(room, 4L * machine.availableProcessors())));
  }

  private Pages pages(Config config, Outgoing outgoing) {
    Config.Taxii taxii = config.protocol().taxii();
    boolean emptyList = taxii.emptyObjects() == Config.EmptyObjects.LIST;
    QueryParser parser = new QueryParser(taxii.pageDefault(), taxii.pageMax());
    return new Pages(parser, keepers.cursors(), emptyList, outgoing);
  }

  private static Handler<HttpServerRequest> handler(
      Site site, MemberSite members, Connections connections) {
    return request -> {
      String path = request.path();
      if (path != null && MemberSite.has(path)) {
        members.handle(request);
      } else {
        new Visit(site, request, connections.peer(request.connection()), path).run();
      }
    };
  }
}
