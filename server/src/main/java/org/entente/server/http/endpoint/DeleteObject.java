// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Deleting;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.TaxiiFailure;

/** {@code DELETE …/objects/{id}/} (TAXII 2.1 §5.7). */
final class DeleteObject implements Endpoint {
  private final Deleting deleting;
  private final Pages pages;

  DeleteObject(Deleting deleting, Pages pages) {
    this.deleting = deleting;
    this.pages = pages;
  }

  @Override
  public Right right() {
    return Right.BOTH;
  }

  @Override
  public Future<Response> answer(Call call) {
    ObjectQuery query = pages.deletion(call);
    return deleting
        .delete(call.principal(), call.collection(), call.path().item(), query)
        .map(
            outcome ->
                switch (outcome) {
                  case DONE -> Response.empty(200);
                  case NOT_FOUND -> throw GetObject.unknown();
                  case FORBIDDEN ->
                      throw new TaxiiFailure.Forbidden("the object is not this member's own")
                          .exception();
                });
  }
}
