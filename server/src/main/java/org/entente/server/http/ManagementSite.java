// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.entente.server.http.wire.Connections;

/**
 * What the management listener serves.
 *
 * @param admin the calls below {@code /admin}
 * @param probes handlers of GET by path, such as {@code /health/live}, that ask for no token
 */
public record ManagementSite(Optional<Router> admin, Map<String, Handler<RoutingContext>> probes) {
  /** Copies what is given. */
  public ManagementSite {
    probes = Map.copyOf(probes);
  }

  Router router(Vertx vertx, Problems problems, Connections connections) {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            context -> {
              String path = context.request().path();
              boolean admin = path != null && path.startsWith("/admin/");
              problems.begin(context, admin ? "admin" : "probe");
              var unused = connections.track(context);
              context.next();
            });
    probes.forEach(
        (path, probe) ->
            router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(probe));
    admin.ifPresent(calls -> router.route("/admin/*").subRouter(calls));
    // after the calls, which answer their own failures: the first handler that is met has the say
    router.route().failureHandler(problems::answer);
    router.errorHandler(404, problems::answer);
    router.errorHandler(405, problems::answer);
    router.errorHandler(400, problems::answer);
    router.errorHandler(500, problems::answer);
    return router;
  }
}
