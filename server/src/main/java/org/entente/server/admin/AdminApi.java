// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.config.AddressRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls below {@code /admin/}. Who calls is known before a byte of the body is read; every
 * answer, a refusal as well, is JSON.
 */
public final class AdminApi {
  private static final Logger LOG = LoggerFactory.getLogger(AdminApi.class);
  private static final String OPERATOR = "entente.operator";

  private final AdminParts parts;
  private final Problems problems;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** An API on its parts. */
  public AdminApi(AdminParts parts) {
    this.parts = parts;
    this.problems = new Problems(parts.errorIds());
    endpoints.addAll(new ApplyCall(parts).endpoints());
    endpoints.addAll(new ResourceCalls(parts).endpoints());
    endpoints.addAll(new SecretCalls(parts).endpoints());
    endpoints.addAll(new ExplainCalls(parts).endpoints());
    endpoints.addAll(new RecordCalls(parts).endpoints());
    endpoints.addAll(new AuditCalls(parts).endpoints());
    Buffer openApi = openApi();
    endpoints.add(
        Endpoint.get(
            "/openapi.json",
            Endpoint.ANYBODY,
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
    Router router = Router.router(vertx);
    router.route().handler(this::authenticate).failureHandler(problems::answer);
    Map<String, List<Endpoint>> byPath =
        endpoints.stream()
            .collect(
                Collectors.groupingBy(Endpoint::path, LinkedHashMap::new, Collectors.toList()));
    byPath.forEach((path, methods) -> mount(router, path, methods));
    router
        .route()
        .handler(context -> context.fail(new ProblemException(404, "there is nothing here")));
    return router;
  }

  private void mount(Router router, String path, List<Endpoint> methods) {
    String pattern = path.replaceAll("\\{([a-z]+)}", ":$1");
    for (Endpoint endpoint : methods) {
      // Vert.x wants whatever stands before a body handler on a route of its own
      router.route(endpoint.method(), pattern).handler(context -> admit(endpoint, context));
      router
          .route(endpoint.method(), pattern)
          .handler(BodyHandler.create(false).setBodyLimit(endpoint.body().most()))
          .handler(context -> answer(endpoint, context));
    }
    String allowed =
        methods.stream().map(e -> e.method().name()).sorted().collect(Collectors.joining(", "));
    router
        .route(pattern)
        .handler(
            context -> {
              context.response().putHeader(HttpHeaders.ALLOW, allowed);
              context.fail(new ProblemException(405, "allowed here: " + allowed));
            });
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
            context.put(OPERATOR, operator.get());
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

  /** What is known without the body. */
  private void admit(Endpoint endpoint, RoutingContext context) {
    Operator operator = context.get(OPERATOR);
    if (!operator.may(endpoint.roles())) {
      String roles =
          endpoint.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", "));
      context.fail(new ProblemException(403, "this takes one of the roles " + roles));
      return;
    }
    Set<String> types = endpoint.body().types();
    if (!types.isEmpty() && !types.contains(mediaType(context))) {
      String taken = types.stream().sorted().collect(Collectors.joining(", "));
      context.fail(new ProblemException(415, "taken here: " + taken));
      return;
    }
    context.next();
  }

  private static String mediaType(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void answer(Endpoint endpoint, RoutingContext context) {
    Future<Answer> answer;
    try {
      Operator operator = context.get(OPERATOR);
      Query query = Query.of(context.queryParams(), endpoint.parameters());
      Buffer body = Optional.ofNullable(context.body().buffer()).orElse(Buffer.buffer());
      answer = endpoint.work().apply(new Call(operator, context.pathParams(), query, body));
    } catch (RuntimeException e) {
      answer = Future.failedFuture(e);
    }
    answer.compose(found -> write(found, context)).onFailure(failure -> fail(failure, context));
  }

  private static Future<Void> write(Answer answer, RoutingContext context) {
    context.response().setStatusCode(answer.status());
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (answer.status() == 204) {
      return context.response().end();
    }
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    return context.response().end(answer.body());
  }

  private static void fail(Throwable failure, RoutingContext context) {
    if (context.response().headWritten()) {
      LOG.debug("an answer broke off", failure);
    } else {
      context.fail(failure);
    }
  }
}
