// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ProblemException;
import org.entente.server.admin.rest.Problems;
import org.entente.server.admin.rest.Routes;
import org.entente.server.config.AddressRange;

/** The calls below {@code /admin/}. */
public final class AdminApi {
  private final AdminParts parts;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** An API on its parts. */
  public AdminApi(AdminParts parts) {
    this.parts = parts;
    endpoints.addAll(new ApplyCall(parts).endpoints());
    endpoints.addAll(new ResourceCalls(parts).endpoints());
    endpoints.addAll(new SecretCalls(parts).endpoints());
    endpoints.addAll(new ExplainCalls(parts).endpoints());
    endpoints.addAll(new RecordCalls(parts).endpoints());
    endpoints.addAll(new AuditCalls(parts).endpoints());
    endpoints.addAll(new BackupCalls(parts).endpoints());
    Buffer openApi = openApi();
    endpoints.add(
        Endpoint.get(
            "/openapi.json",
            Role.ANYBODY,
            Set.of(),
            call -> Future.succeededFuture(new Answer(200, openApi))));
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  private static Buffer openApi() {
    try (InputStream in = AdminApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not in the jar");
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The routes, to be mounted at {@code /admin/*} of the management listener. */
  public Router router(Vertx vertx) {
    return new Routes(endpoints, new Problems(parts.errorIds())).router(vertx, this::authenticate);
  }

  private void authenticate(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
    String token = bearer ? header.substring(7).strip() : "";
    context.request().pause();
    Future<Optional<Operator>> admitted =
        token.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : parts.door().admit(token, address(context));
    admitted.onComplete(
        operator -> {
          context.request().resume();
          if (operator.isPresent()) {
            context.put(Routes.CALLER, operator.get().caller());
            context.next();
          } else {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"entente\"");
            context.fail(new ProblemException(401, "an administrator's token is needed"));
          }
        },
        failure -> {
          context.request().resume();
          context.fail(failure);
        });
  }

  private static InetAddress address(RoutingContext context) {
    return Optional.ofNullable(context.request().remoteAddress())
        .flatMap(peer -> AddressRange.literal(peer.hostAddress().split("%", 2)[0]))
        .orElseGet(InetAddress::getLoopbackAddress);
  }
}
