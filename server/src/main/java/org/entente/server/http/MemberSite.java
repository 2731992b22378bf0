// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.http.wire.Connections;
import org.entente.server.taxii.TaxiiFailure;

/**
 * What members call beside TAXII, below {@code /member/v1}. Who calls is known before the router of
 * the calls is asked, and stands in the context under {@link #PRINCIPAL}.
 */
public final class MemberSite {
  /** Where a {@link RoutingContext} has the {@link Principal}. */
  public static final String PRINCIPAL = "entente.principal";

  private static final String PREFIX = "/member";

  private final Router router;

  private MemberSite(Router router) {
    this.router = router;
  }

  static MemberSite of(
      Vertx vertx, Optional<Router> calls, Gate gate, Connections connections, Problems problems) {
    Router router = Router.router(vertx);
    router.route().handler(context -> admit(context, gate, connections, problems));
    calls.ifPresent(mounted -> router.route("/member/v1/*").subRouter(mounted));
    // after the calls, which answer their own failures: the first handler that is met has the say
    router
        .route()
        .handler(context -> context.fail(Problems.nothing()))
        .failureHandler(problems::answer);
    return new MemberSite(router);
  }

  private static void admit(
      RoutingContext context, Gate gate, Connections connections, Problems problems) {
    HttpServerRequest request = context.request();
    request.pause();
    problems.begin(context, "member");
    gate.admit(request.headers(), connections.track(context))
        .map(MemberSite::known)
        .onComplete(
            principal -> {
              context.put(PRINCIPAL, principal);
              request.resume();
              context.next();
            },
            refused -> problems.answer(context.response(), refused));
  }

  private static Principal known(Principal principal) {
    if (principal.anonymous()) {
      throw new TaxiiFailure.Unauthorized("credentials are needed").exception();
    }
    return principal;
  }

  /** Whether a path belongs here. */
  static boolean has(String path) {
    return path.startsWith(PREFIX)
        && (path.length() == PREFIX.length() || path.charAt(PREFIX.length()) == '/');
  }

  void handle(HttpServerRequest request) {
    router.handle(request);
  }
}
