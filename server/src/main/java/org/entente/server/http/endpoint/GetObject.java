// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Reading;
import org.entente.server.taxii.QueryScope;
import org.entente.server.taxii.TaxiiException;
import org.entente.server.taxii.TaxiiFailure;

/** {@code GET …/objects/{id}/} (TAXII 2.1 §5.6). */
final class GetObject implements Endpoint {
  private final Reading reading;
  private final Pages pages;

  GetObject(Reading reading, Pages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Right right() {
    return Right.READ;
  }

  @Override
  public Future<Response> answer(Call call) {
    Pages.Asked asked = pages.ask(call, QueryScope.OBJECT);
    return reading
        .object(call.principal(), call.collection(), call.path().item(), asked.query())
        .map(found -> pages.envelope(call, asked, found.orElseThrow(GetObject::unknown)));
  }

  static TaxiiException unknown() {
    return new TaxiiFailure.NotFound("there is no such object in this collection").exception();
  }
}
