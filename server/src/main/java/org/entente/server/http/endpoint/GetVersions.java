// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http.endpoint;

import io.vertx.core.Future;
import org.entente.server.exchange.Reading;
import org.entente.server.taxii.Page;
import org.entente.server.taxii.QueryScope;

/** {@code GET …/objects/{id}/versions/} (TAXII 2.1 §5.8). */
final class GetVersions implements Endpoint {
  private final Reading reading;
  private final Pages pages;

  GetVersions(Reading reading, Pages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Right right() {
    return Right.READ;
  }

  @Override
  public Future<Response> answer(Call call) {
    Pages.Asked asked = pages.ask(call, QueryScope.VERSIONS);
    return reading
        .versions(call.principal(), call.collection(), call.path().item(), asked.query())
        .map(
            found ->
                pages.records(call, asked, found.orElseThrow(GetObject::unknown), Page::versions));
  }
}
