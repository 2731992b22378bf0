// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Cursor;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.exchange.Auditing;
import org.entente.server.observe.audit.AuditJson;

/** {@code /v1/audit}: what administrators did, chained. */
final class AuditCalls {
  private static final Set<String> ROLES = Role.labels(Role.HUB_ADMIN, Role.HUB_AUDITOR);

  private final Auditing auditing;

  AuditCalls(AdminParts parts) {
    this.auditing = parts.cases().auditing();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/audit", ROLES, Set.of("after", "limit", "next"), this::records),
        Endpoint.get("/v1/audit/head", ROLES, Set.of(), this::head));
  }

  private Future<Answer> records(Call call) {
    int limit = Cursor.limit(call.query());
    long after =
        call.query().text("next").isPresent()
            ? Cursor.afterNumber(call.query())
            : call.query().number("after", 0, 0, Integer.MAX_VALUE);
    return auditing
        .records(after, limit + 1)
        .map(
            found ->
                Cursor.page(found, limit, record -> Long.toString(record.seq()), AuditJson::of));
  }

  private Future<Answer> head(Call call) {
    return auditing.head().map(head -> Answer.ok(head.json()));
  }
}
