// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.WhoSees;
import org.entente.stix.StixId;

/** {@code /v1/explain}: why somebody sees an object or does not. */
final class ExplainCalls {
  private static final Set<Role> ROLES = Set.of(Role.HUB_ADMIN, Role.HUB_CURATOR);
  private static final long MOST = 16L * 1024 * 1024;

  private final Explaining explaining;

  ExplainCalls(AdminParts parts) {
    this.explaining = parts.cases().explaining();
  }

  List<Endpoint> endpoints() {
    Set<String> types =
        Set.of("application/json", "application/taxii+json", "application/stix+json");
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
            new Endpoint.Body(MOST, types),
            this::preview));
  }

  private static StixId object(Query query) {
    String text = query.need("object");
    return StixId.parse(text)
        .orElseThrow(() -> Query.wrong("object", text, "a STIX id, `type--UUID`"));
  }

  private Future<Answer> explain(Call call) {
    Query query = call.query();
    return explaining
        .explain(
            query.need("credential"),
            query.need("collection"),
            object(query),
            query.text("version"),
            query.time("at"))
        .map(explanation -> Answer.ok(shown(explanation)));
  }

  private static JsonObject shown(Explanation explanation) {
    JsonArray rules = new JsonArray();
    for (Explanation.Rule rule : explanation.rules()) {
      rules.add(
          new JsonObject()
              .put("layer", rule.layer())
              .put("rule", rule.rule())
              .put("source", rule.source())
              .put("result", rule.result()));
    }
    JsonObject json =
        new JsonObject()
            .put("decision", word(explanation.permit()))
            .put("decided_by", explanation.decidedBy())
            .put("rules", rules);
    explanation.since().ifPresent(since -> json.put("since", since.toString()));
    return json.put("would_change", new JsonArray(explanation.wouldChange()));
  }

  private static String word(boolean permit) {
    return permit ? "permit" : "deny";
  }

  private Future<Answer> who(Call call) {
    return explaining
        .who(object(call.query()), call.query().text("version"))
        .map(who -> Answer.ok(new JsonObject().put("groups", groups(who.groups()))));
  }

  private static JsonArray groups(List<WhoSees.Group> groups) {
    JsonArray shown = new JsonArray();
    for (WhoSees.Group group : groups) {
      shown.add(
          new JsonObject()
              .put("decision", word(group.permit()))
              .put("reason", group.reason())
              .put("credentials", new JsonArray(group.credentials()))
              .put("count", group.count()));
    }
    return shown;
  }

  private Future<Answer> preview(Call call) {
    Query query = call.query();
    List<String> policies =
        query.texts("policy").stream()
            .flatMap(text -> List.of(text.split(",")).stream())
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    return explaining
        .preview(query.need("credential"), query.need("collection"), policies, call.body())
        .map(previews -> Answer.items(previews.stream().map(ExplainCalls::shown).toList()));
  }

  private static JsonObject shown(Preview preview) {
    JsonObject json = new JsonObject().put("id", preview.id()).put("version", preview.version());
    preview.failure().ifPresent(failure -> json.put("failure", failure));
    return json.put("groups", groups(preview.groups()));
  }
}
