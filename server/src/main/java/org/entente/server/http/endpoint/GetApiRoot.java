// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.server.config.Config;
import org.entente.server.taxii.ApiRootResource;
import org.entente.server.taxii.QueryParser;
import org.entente.server.taxii.TaxiiFailure;

/** {@code GET {root}/} (TAXII 2.1 §4.2). */
final class GetApiRoot implements Endpoint {
  private final Map<String, Response> responses;

  GetApiRoot(List<Config.ApiRoot> roots) {
    this.responses =
        roots.stream().collect(Collectors.toMap(Config.ApiRoot::path, GetApiRoot::response));
  }

  private static Response response(Config.ApiRoot root) {
    return Response.json(
        200, new ApiRootResource(root.title(), root.description(), root.maxContentLength()).json());
  }

  @Override
  public Future<Response> answer(Call call) {
    QueryParser.check(call.query());
    Response response = responses.get(call.path().root());
    return response == null
        ? Future.failedFuture(new TaxiiFailure.NotFound("there is no such root").exception())
        : Future.succeededFuture(response);
  }
}
