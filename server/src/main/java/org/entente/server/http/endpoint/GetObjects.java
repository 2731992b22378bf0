// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Reading;
import org.entente.server.taxii.QueryScope;

/** {@code GET …/objects/} (TAXII 2.1 §5.4). */
final class GetObjects implements Endpoint {
  private final Reading reading;
  private final Pages pages;

  GetObjects(Reading reading, Pages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Right right() {
    return Right.READ;
  }

  @Override
  public Future<Response> answer(Call call) {
    Pages.Asked asked = pages.ask(call, QueryScope.COLLECTION);
    return reading
        .objects(call.principal(), call.collection(), asked.query())
        .map(page -> pages.envelope(call, asked, page));
  }
}
