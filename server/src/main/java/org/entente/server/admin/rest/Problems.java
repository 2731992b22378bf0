// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Supplier;
import org.entente.server.auth.AuthFailure;
import org.entente.server.exchange.OutOfDateException;
import org.entente.server.exchange.SubmissionFailure;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From failures to problem documents (RFC 9457): the one place that writes them. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final Duration SOON = Duration.ofSeconds(2);

  private final Supplier<String> errorIds;

  /** Problems, each with an id that the log has too. */
  public Problems(Supplier<String> errorIds) {
    this.errorIds = errorIds;
  }

  void answer(RoutingContext context) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    ProblemException problem = problem(context);
    String errorId = errorIds.get();
    if (problem.status() >= 500) {
      LOG.error(
          "{}: {} {}",
          errorId,
          context.request().method(),
          context.normalizedPath(),
          context.failure());
    }
    String title = context.response().setStatusCode(problem.status()).getStatusMessage();
    JsonObject body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", problem.status())
            .put("detail", problem.getMessage())
            .put("error_id", errorId)
            .mergeIn(problem.more());
    problem.retryAfter().ifPresent(s -> context.response().putHeader(HttpHeaders.RETRY_AFTER, s));
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.toBuffer())
        .onFailure(gone -> LOG.debug("nobody took problem {}", errorId, gone));
  }

  private static ProblemException problem(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException problem) {
      return problem;
    }
    if (failure instanceof UnknownNameException unknown) {
      return new ProblemException(
          404, "there is no " + unknown.what() + " `" + Query.cut(unknown.name()) + "`");
    }
    if (failure instanceof AuthFailure refused) {
      return new ProblemException(429, String.valueOf(refused.getMessage()))
          .retryAfter(refused.retryAfter());
    }
    if (failure instanceof SubmissionFailure refused) {
      return problem(refused);
    }
    if (failure instanceof OutOfDateException) {
      return new ProblemException(409, "somebody else changes resources at the same time");
    }
    if (failure instanceof StoreException store) {
      return switch (store.reason()) {
        case FULL -> new ProblemException(507, "the disk is full; nothing was changed");
        case TOO_MUCH ->
            new ProblemException(
                422, "more objects depend on this than can be decided in one commit");
        case REFUSED -> new ProblemException(409, String.valueOf(store.getMessage()));
        case OVERLOADED, LOCKED, UNAVAILABLE, STALE ->
            new ProblemException(503, "the store is not ready; nothing was changed")
                .retryAfter(SOON);
        default -> new ProblemException(500, "the server failed");
      };
    }
    return switch (context.statusCode()) {
      case 400 -> new ProblemException(400, "the request cannot be read");
      case 408 -> new ProblemException(408, "the body came too slowly");
      case 413 -> new ProblemException(413, "the body is too large");
      default -> new ProblemException(500, "the server failed");
    };
  }

  private static ProblemException problem(SubmissionFailure refused) {
    String why = String.valueOf(refused.getMessage());
    return switch (refused.kind()) {
      case MALFORMED -> new ProblemException(400, why);
      case NO_RIGHT -> new ProblemException(403, why);
      case TOO_LARGE -> new ProblemException(413, why);
      case NOT_AN_ENVELOPE, UNKNOWN_POLICY -> new ProblemException(422, why);
      case FULL -> new ProblemException(507, why);
      case OVERLOADED -> new ProblemException(503, why).retryAfter(SOON);
    };
  }
}
