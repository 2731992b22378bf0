// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.member;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.entente.server.admin.rest.Caller;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.Problems;
import org.entente.server.admin.rest.Routes;
import org.entente.server.auth.Principal;
import org.entente.server.http.MemberSite;

/** The calls below {@code /member/v1}: what a member may ask about itself and what it brought. */
public final class MemberApi {
  private final MemberParts parts;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** An API on its parts. */
  public MemberApi(MemberParts parts) {
    this.parts = parts;
    endpoints.addAll(new OwnSight(parts.cases().explaining()).endpoints());
    endpoints.addAll(new OwnResources(parts.cases().administration()).endpoints());
    endpoints.addAll(new HeadCall(parts.cases().auditing()).endpoints());
  }

  /** The calls, below {@code /member/v1}. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** The routes, to be mounted where a {@link MemberSite} has found out who calls. */
  public Router router(Vertx vertx) {
    return new Routes(endpoints, new Problems(parts.errorIds())).router(vertx, this::introduce);
  }

  private void introduce(RoutingContext context) {
    Principal principal = context.get(MemberSite.PRINCIPAL);
    String credential = principal.credentialId();
    context.put(Routes.CALLER, new Caller(credential, parts.roles().apply(credential)));
    context.next();
  }
}
