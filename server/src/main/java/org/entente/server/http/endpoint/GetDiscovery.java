// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.server.config.Config;
import org.entente.server.taxii.Discovery;
import org.entente.server.taxii.QueryParser;

/** {@code GET /taxii2/} (TAXII 2.1 §4.1). */
final class GetDiscovery implements Endpoint {
  private final Response response;

  GetDiscovery(Config.Hub hub, List<Config.ApiRoot> roots, Optional<URI> publicUrl) {
    String base = publicUrl.map(URI::toString).orElse("");
    List<String> urls = roots.stream().map(root -> base + "/" + root.path() + "/").toList();
    Discovery discovery = new Discovery(hub.name(), Optional.empty(), hub.contact(), urls);
    this.response = Response.json(200, discovery.json());
  }

  @Override
  public Future<Response> answer(Call call) {
    QueryParser.check(call.query());
    return Future.succeededFuture(response);
  }
}
