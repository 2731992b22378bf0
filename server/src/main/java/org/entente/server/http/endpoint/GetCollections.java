// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Reading;
import org.entente.server.taxii.CollectionResource;
import org.entente.server.taxii.QueryParser;

/** {@code GET {root}/collections/} (TAXII 2.1 §5.1). */
final class GetCollections implements Endpoint {
  private final Reading reading;

  GetCollections(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Future<Response> answer(Call call) {
    QueryParser.check(call.query());
    return reading
        .collections(call.principal(), call.path().root())
        .map(views -> views.stream().map(GetCollection::resource).toList())
        .map(resources -> Response.json(200, CollectionResource.json(resources)));
  }
}
