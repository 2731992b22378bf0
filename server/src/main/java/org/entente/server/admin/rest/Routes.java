// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls as routes. Who calls is known before a byte of the body is read; every answer, a refusal as
 * well, is JSON.
 */
public final class Routes {
  /** Where the door leaves a {@link Caller} for the calls behind it. */
  public static final String CALLER = "entente.caller";

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final List<Endpoint> endpoints;
  private final Problems problems;

  /**
   * Routes.
   *
   * @param endpoints the calls
   * @param problems writes what goes wrong
   */
  public Routes(List<Endpoint> endpoints, Problems problems) {
    this.endpoints = List.copyOf(endpoints);
    this.problems = problems;
  }

  /**
   * A router.
   *
   * @param door puts a {@link Caller} into the context and goes on, or fails
   */
  public Router router(Vertx vertx, Handler<RoutingContext> door) {
    Router router = Router.router(vertx);
    router.route().handler(door).failureHandler(problems::answer);
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

  /** What is known without the body. */
  private void admit(Endpoint endpoint, RoutingContext context) {
    Caller caller = context.get(CALLER);
    if (!caller.may(endpoint.roles())) {
      String roles = endpoint.roles().stream().sorted().collect(Collectors.joining(", "));
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
      Caller caller = context.get(CALLER);
      Query query = Query.of(context.queryParams(), endpoint.parameters());
      Buffer body = Optional.ofNullable(context.body().buffer()).orElse(Buffer.buffer());
      answer = endpoint.work().apply(new Call(caller, context.pathParams(), query, body));
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
