// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import org.entente.server.auth.Principal;
import org.entente.server.http.endpoint.Path;
import org.entente.server.http.endpoint.Response;
import org.entente.server.http.endpoint.Response.Body;
import org.entente.server.http.wire.Leftover;
import org.entente.server.http.wire.Peer;
import org.entente.server.http.wire.Turns;
import org.entente.server.observe.LogFields;
import org.entente.server.taxii.TaxiiFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request for TAXII from its head to the end of its answer. Stays on one event loop. */
final class Visit {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  private final Site site;
  private final HttpServerRequest request;
  private final Peer peer;
  private final Context context;
  private final Path path;
  private final String id;
  private final long began;
  private @Nullable Principal principal;
  private Turns.@Nullable Turn turn;

  Visit(Site site, HttpServerRequest request, Peer peer, @Nullable String path) {
    this.site = site;
    this.request = request;
    this.peer = peer;
    this.context = Vertx.currentContext();
    this.path = Path.parse(path == null ? "" : path);
    this.id = site.ids().of(request.headers().get(ResponseWriter.REQUEST_ID));
    this.began = site.around().ticker().getAsLong();
  }

  void run() {
    peer.requestBegan();
    if (Leftover.announced(request)) {
      request.pause();
    }
    Future<Response> answer = answer();
    if (answer.isComplete()) {
      write(answer);
    } else {
      answer.onComplete(
          done -> {
            if (Vertx.currentContext() == context) {
              write(done);
            } else {
              context.runOnContext(unused -> write(done));
            }
          });
    }
  }

  private Future<Response> answer() {
    try {
      return site.gate()
          .admit(request.headers(), peer)
          .compose(
              known -> {
                principal = known;
                return asksForPage() ? inTurn(known) : dispatched(known);
              });
    } catch (RuntimeException broken) {
      return Future.failedFuture(broken);
    }
  }

  private boolean asksForPage() {
    boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return reads && path.target().inPages();
  }

  private Future<Response> inTurn(Principal known) {
    return site.turns()
        .take(context)
        .compose(
            own -> {
              turn = own;
              return request.response().closed() ? left() : dispatched(known);
            });
  }

  /** Nobody waits for the page any more. */
  private static Future<Response> left() {
    return Future.failedFuture(new TaxiiFailure.BadRequest("the client has left").exception());
  }

  private Future<Response> dispatched(Principal known) {
    return site.dispatcher().answer(request, peer, path, known, id);
  }

  private void made() {
    Turns.Turn own = turn;
    if (own != null) {
      own.end();
    }
  }

  private void write(AsyncResult<Response> answer) {
    Response response = answer.succeeded() ? answer.result() : refusal(answer.cause());
    // Before the answer: whoever has it may ask again at once.
    long read = request.bytesRead();
    charge(read, response.objects());
    Future<Void> written =
        site.writer()
            .write(request, response, peer, id, context, this::made)
            .recover(
                failure ->
                    request.response().headWritten()
                        ? Future.failedFuture(failure)
                        : site.writer()
                            .write(request, refusal(failure), peer, id, context, this::made));
    Leftover.discard(context.owner(), request);
    written.onComplete(
        done -> {
          charge(request.bytesRead() - read, 0);
          ended(response, done.succeeded());
        });
  }

  private Response refusal(Throwable cause) {
    Failures.bound(cause).ifPresent(site.around().metrics()::refused);
    return site.errors().response(cause, id);
  }

  private void charge(long bodyBytes, long objects) {
    Principal known = principal;
    if (known != null) {
      site.gate().charge(known, bodyBytes, objects);
    }
  }

  private void ended(Response response, boolean taken) {
    peer.requestEnded();
    Duration took = Duration.ofNanos(site.around().ticker().getAsLong() - began);
    String endpoint = path.target().name().toLowerCase(Locale.ROOT);
    int status = request.response().getStatusCode();
    site.around().metrics().answered(endpoint, request.method().name(), status, took);
    if (response.body() instanceof Body.Spliced && response.status() == status) {
      site.around().metrics().served((int) response.objects());
    }
    Principal known = principal;
    LOG.atDebug()
        .addKeyValue(LogFields.REQUEST, id)
        .addKeyValue(LogFields.CREDENTIAL, known == null ? "none" : known.credentialId())
        .log("{} {} {} {} {}", request.method(), endpoint, status, took, taken ? "taken" : "left");
  }
}
