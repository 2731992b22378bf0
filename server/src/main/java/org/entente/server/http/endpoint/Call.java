// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.http.wire.Peer;

/**
 * What an endpoint may know of a request.
 *
 * @param request its headers; its body, if any, is paused
 * @param peer the connection that it came on
 * @param path what it names
 * @param found the collection that the path goes through, as the principal sees it
 * @param principal who asks
 * @param requestId names the request in logs
 */
public record Call(
    HttpServerRequest request,
    Peer peer,
    Path path,
    Optional<CollectionView> found,
    Principal principal,
    String requestId) {
  /** The collection; only where the path goes through one. */
  public CollectionView collection() {
    return found.orElseThrow();
  }

  /** The query string as it was sent; empty when there is none. */
  public String query() {
    String query = request.query();
    return query == null ? "" : query;
  }
}
