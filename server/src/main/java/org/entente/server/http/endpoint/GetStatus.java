// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Statuses;
import org.entente.server.taxii.QueryParser;
import org.entente.server.taxii.TaxiiFailure;

/** {@code GET {root}/status/{id}/} (TAXII 2.1 §4.3). */
final class GetStatus implements Endpoint {
  private final Statuses statuses;

  GetStatus(Statuses statuses) {
    this.statuses = statuses;
  }

  @Override
  public Future<Response> answer(Call call) {
    QueryParser.check(call.query());
    return statuses
        .status(call.principal(), call.path().root(), call.path().item())
        .map(
            found ->
                found.orElseThrow(
                    () -> new TaxiiFailure.NotFound("there is no such status").exception()))
        .map(status -> Response.json(200, status.json()));
  }
}
