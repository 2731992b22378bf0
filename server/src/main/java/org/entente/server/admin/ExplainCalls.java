// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ExplainJson;
import org.entente.server.admin.rest.Query;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Explaining.Asker;
import org.entente.server.exchange.Explaining.Question;

/** {@code /v1/explain}: why somebody sees an object or does not. */
final class ExplainCalls {
  private static final Set<String> ROLES = Role.labels(Role.HUB_ADMIN, Role.HUB_CURATOR);

  private final Explaining explaining;

  ExplainCalls(AdminParts parts) {
    this.explaining = parts.cases().explaining();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/v1/explain",
            ROLES,
            Set.of("credential", "collection", "object", "version", "at"),
            this::explain),
        Endpoint.get("/v1/explain/who", ROLES, Set.of("object", "version"), this::who),
        new Endpoint(
            HttpMethod.POST,
            "/v1/explain",
            ROLES,
            Set.of("credential", "collection", "policy"),
            ExplainJson.ENVELOPE,
            this::preview));
  }

  private Future<Answer> explain(Call call) {
    Query query = call.query();
    Question question =
        new Question(ExplainJson.object(query), query.text("version"), query.time("at"));
    return explaining
        .explain(query.need("credential"), query.need("collection"), question, Asker.HUB)
        .map(explanation -> Answer.ok(ExplainJson.of(explanation)));
  }

  private Future<Answer> who(Call call) {
    Query query = call.query();
    Question question =
        new Question(ExplainJson.object(query), query.text("version"), Optional.empty());
    return explaining.who(question, Asker.HUB).map(who -> Answer.ok(ExplainJson.of(who)));
  }

  private Future<Answer> preview(Call call) {
    Query query = call.query();
    return explaining
        .preview(
            query.need("credential"),
            query.need("collection"),
            ExplainJson.policies(query),
            call.body(),
            Asker.HUB)
        .map(previews -> Answer.items(previews.stream().map(ExplainJson::of).toList()));
  }
}
