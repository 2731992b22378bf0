// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.CollectionView;
import org.entente.server.taxii.CollectionResource;
import org.entente.server.taxii.QueryParser;

/** {@code GET {root}/collections/{id}/} (TAXII 2.1 §5.2). */
final class GetCollection implements Endpoint {
  @Override
  public Future<Response> answer(Call call) {
    QueryParser.check(call.query());
    return Future.succeededFuture(Response.json(200, resource(call.collection()).json()));
  }

  static CollectionResource resource(CollectionView view) {
    return new CollectionResource(
        view.id(), view.title(), view.description(), view.alias(), view.canRead(), view.canWrite());
  }
}
