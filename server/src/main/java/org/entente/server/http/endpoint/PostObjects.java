// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.server.exchange.SubmissionInfo;
import org.entente.server.exchange.Submitting;
import org.entente.server.http.wire.BodyPump;
import org.entente.server.http.wire.Patience;
import org.entente.server.taxii.MediaTypes;
import org.entente.server.taxii.QueryParser;
import org.entente.server.taxii.StatusResource;
import org.entente.server.taxii.TaxiiFailure;
import org.jspecify.annotations.Nullable;

/** {@code POST …/objects/} (TAXII 2.1 §5.5). */
final class PostObjects implements Endpoint {
  private static final CharSequence EXPECT = HttpHeaders.createOptimized("Expect");

  private final Vertx vertx;
  private final Submitting submitting;
  private final Map<String, Long> limits;
  private final boolean strict;
  private final Patience patience;

  PostObjects(
      Vertx vertx,
      Submitting submitting,
      Map<String, Long> limits,
      boolean strict,
      Patience patience) {
    this.vertx = vertx;
    this.submitting = submitting;
    this.limits = Map.copyOf(limits);
    this.strict = strict;
    this.patience = patience;
  }

  @Override
  public Right right() {
    return Right.WRITE;
  }

  @Override
  public Future<Response> answer(Call call) {
    MultiMap headers = call.request().headers();
    long limit = limits.getOrDefault(call.path().root(), 0L);
    checkType(headers.get(HttpHeaders.CONTENT_TYPE));
    boolean zipped = zipped(headers.get(HttpHeaders.CONTENT_ENCODING));
    Optional<Long> length = length(headers.get(HttpHeaders.CONTENT_LENGTH));
    if (length.isPresent() && length.get() > limit) {
      throw new TaxiiFailure.TooLarge(
              "the body is larger than the " + limit + " bytes that this API root takes")
          .exception();
    }
    QueryParser.check(call.query());
    List<String> policies = Policies.parse(headers.getAll(Policies.HEADER));
    SubmissionInfo info = new SubmissionInfo(call.requestId(), length, limit);
    return submitting
        .begin(call.principal(), call.collection(), policies, info)
        .compose(
            sink -> {
              invite(call.request());
              return BodyPump.run(
                  vertx, call.request(), call.peer(), sink, limit, zipped, patience);
            })
        .map(PostObjects::accepted);
  }

  private static Response accepted(StatusResource status) {
    return new Response(202, new Response.Body.Json(status.json()), List.of(), status.total());
  }

  private void checkType(@Nullable String contentType) {
    if (!Negotiation.reads(contentType, strict)) {
      throw new TaxiiFailure.UnsupportedMediaType(
              "send the header `Content-Type: " + MediaTypes.TAXII + "`")
          .exception();
    }
  }

  private static boolean zipped(@Nullable String encoding) {
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "identity", "" -> false;
      case "gzip", "x-gzip" -> true;
      default ->
          throw new TaxiiFailure.UnsupportedMediaType(
                  "the only `Content-Encoding` that is read is `gzip`")
              .exception();
    };
  }

  private static Optional<Long> length(@Nullable String header) {
    try {
      return header == null ? Optional.empty() : Optional.of(Long.parseLong(header.strip()));
    } catch (NumberFormatException beyondLong) {
      return Optional.of(Long.MAX_VALUE);
    }
  }

  /** Asks for the body of a client that waits to be asked (RFC 9110 §10.1.1). */
  private static void invite(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.headers().get(EXPECT))) {
      var unused = request.response().writeContinue();
    }
  }
}
