// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.member;

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

/** {@code /explain}: who sees the caller's member's own objects, and who would see new ones. */
final class OwnSight {
  private final Explaining explaining;

  OwnSight(Explaining explaining) {
    this.explaining = explaining;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/explain",
            Set.of(),
            Set.of("credential", "collection", "object", "version", "at"),
            this::explain),
        Endpoint.get("/explain/who", Set.of(), Set.of("object", "version"), this::who),
        new Endpoint(
            HttpMethod.POST,
            "/explain",
            Set.of("publisher"),
            Set.of("collection", "policy"),
            ExplainJson.ENVELOPE,
            this::preview));
  }

  /** The member of the calling credential. */
  static String member(Call call) {
    String credential = call.caller().name();
    return credential.substring(0, credential.indexOf('/'));
  }

  private Future<Answer> explain(Call call) {
    Query query = call.query();
    Question question =
        new Question(ExplainJson.object(query), query.text("version"), query.time("at"));
    return explaining
        .explain(
            query.text("credential").orElse(call.caller().name()),
            query.need("collection"),
            question,
            Asker.member(member(call)))
        .map(explanation -> Answer.ok(ExplainJson.of(explanation)));
  }

  private Future<Answer> who(Call call) {
    Query query = call.query();
    Question question =
        new Question(ExplainJson.object(query), query.text("version"), Optional.empty());
    return explaining
        .who(question, Asker.member(member(call)))
        .map(who -> Answer.ok(ExplainJson.of(who)));
  }

  private Future<Answer> preview(Call call) {
    return explaining
        .preview(
            call.caller().name(),
            call.query().need("collection"),
            ExplainJson.policies(call.query()),
            call.body(),
            Asker.member(member(call)))
        .map(previews -> Answer.items(previews.stream().map(ExplainJson::of).toList()));
  }
}
