// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.WhoSees;
import org.entente.stix.StixId;

/** What is asked about sight, and how the answers are written. */
public final class ExplainJson {
  /** What is pushed, to be looked at and not stored. */
  public static final Endpoint.Body ENVELOPE =
      new Endpoint.Body(
          16L * 1024 * 1024,
          Set.of("application/json", "application/taxii+json", "application/stix+json"));

  private ExplainJson() {}

  /** The parameter {@code object}. */
  public static StixId object(Query query) {
    String text = query.need("object");
    return StixId.parse(text)
        .orElseThrow(() -> Query.wrong("object", text, "a STIX id, `type--UUID`"));
  }

  /** The parameter {@code policy}: ids, in one or in several. */
  public static List<String> policies(Query query) {
    return query.texts("policy").stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** One reader's answer. */
  public static JsonObject of(Explanation explanation) {
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

  /** Everybody's answer. */
  public static JsonObject of(WhoSees who) {
    return new JsonObject().put("groups", groups(who.groups()));
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

  /** What would become of an object. */
  public static JsonObject of(Preview preview) {
    JsonObject json = new JsonObject().put("id", preview.id()).put("version", preview.version());
    preview.failure().ifPresent(failure -> json.put("failure", failure));
    return json.put("groups", groups(preview.groups()));
  }
}
