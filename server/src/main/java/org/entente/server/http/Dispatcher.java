// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.Reading;
import org.entente.server.http.endpoint.Call;
import org.entente.server.http.endpoint.Endpoint;
import org.entente.server.http.endpoint.Endpoints;
import org.entente.server.http.endpoint.Negotiation;
import org.entente.server.http.endpoint.Path;
import org.entente.server.http.endpoint.Response;
import org.entente.server.http.endpoint.Right;
import org.entente.server.http.endpoint.Target;
import org.entente.server.http.wire.Peer;
import org.entente.server.taxii.TaxiiFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint for a request of a known principal. The order of the checks is fixed, so that
 * nobody learns from the kind of an error what the check before would have kept: root and
 * collection, right, method, {@code Accept}; the endpoint goes on with type, size, query and body.
 */
final class Dispatcher {
  private static final String NOWHERE = "there is nothing at this path";

  private final Endpoints endpoints;
  private final Reading reading;

  Dispatcher(Endpoints endpoints, Reading reading) {
    this.endpoints = endpoints;
    this.reading = reading;
  }

  Future<Response> answer(
      HttpServerRequest request, Peer peer, Path path, Principal principal, String requestId) {
    Target target = path.target();
    if (target == Target.UNKNOWN || target != Target.DISCOVERY && !endpoints.hasRoot(path.root())) {
      return Future.failedFuture(nothing(principal).exception());
    }
    Call call = new Call(request, peer, path, Optional.empty(), principal, requestId);
    if (!target.inCollection()) {
      boolean secret = principal.anonymous() && target == Target.STATUS;
      return secret ? Future.failedFuture(unknown().exception()) : negotiate(call, endpoint(call));
    }
    return reading
        .collection(principal, path.root(), path.collection())
        .compose(found -> inCollection(call, found));
  }

  private Future<Response> inCollection(Call bare, Optional<CollectionView> found) {
    if (found.isEmpty()) {
      return Future.failedFuture(nothing(bare.principal()).exception());
    }
    Call call =
        new Call(
            bare.request(), bare.peer(), bare.path(), found, bare.principal(), bare.requestId());
    Endpoint endpoint = endpoint(call);
    if (endpoint != null) {
      check(call, endpoint.right(), found.get());
    }
    return negotiate(call, endpoint);
  }

  private @Nullable Endpoint endpoint(Call call) {
    return endpoints.of(call.path().target()).get(call.request().method());
  }

  private static void check(Call call, Right right, CollectionView view) {
    boolean granted =
        switch (right) {
          case NONE -> true;
          case READ -> view.canRead();
          case WRITE -> view.canWrite();
          case BOTH -> view.canRead() && view.canWrite();
        };
    if (granted && !(call.principal().anonymous() && right != Right.READ && right != Right.NONE)) {
      return;
    }
    if (call.principal().anonymous()) {
      throw unknown().exception();
    }
    // TAXII 2.1 §5.7: without any right, the collection is as good as absent to a deleter.
    if (right == Right.BOTH && !view.canRead() && !view.canWrite()) {
      throw new TaxiiFailure.NotFound(NOWHERE).exception();
    }
    throw new TaxiiFailure.Forbidden("this credential may not do this with the collection")
        .exception();
  }

  private Future<Response> negotiate(Call call, @Nullable Endpoint endpoint) {
    if (endpoint == null) {
      throw new TaxiiFailure.MethodNotAllowed(endpoints.allowed(call.path().target())).exception();
    }
    if (!Negotiation.accepts(call.request().headers().getAll(HttpHeaders.ACCEPT))) {
      throw new TaxiiFailure.NotAcceptable(
              "the only type that is spoken here is `application/taxii+json;version=2.1`")
          .exception();
    }
    return endpoint.answer(call);
  }

  /** Who has shown nothing may have to show something first. */
  private static TaxiiFailure nothing(Principal principal) {
    return principal.anonymous() ? unknown() : new TaxiiFailure.NotFound(NOWHERE);
  }

  private static TaxiiFailure unknown() {
    return new TaxiiFailure.Unauthorized("credentials are needed");
  }
}
