// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Reading;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.QueryScope;

/** {@code GET …/manifest/} (TAXII 2.1 §5.3). */
final class GetManifest implements Endpoint {
  private final Reading reading;
  private final Pages pages;

  GetManifest(Reading reading, Pages pages) {
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
        .manifest(call.principal(), call.collection(), asked.query())
        .map(page -> pages.records(call, asked, page, Page::manifest));
  }
}
