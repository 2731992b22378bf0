// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.entente.server.exchange.GainRecord;
import org.entente.server.exchange.Reporting;
import org.entente.server.exchange.SubmissionProgress;

/** What has happened: gains, submissions, and what waits. */
final class RecordCalls {
  private final Reporting reporting;

  RecordCalls(AdminParts parts) {
    this.reporting = parts.cases().reporting();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/v1/gains", Endpoint.ANYBODY, Set.of("collection", "limit", "next"), this::gains),
        Endpoint.get("/v1/submissions/{id}", Endpoint.ANYBODY, Set.of(), this::submission),
        // nothing waits for a second person yet
        Endpoint.get(
            "/v1/changes",
            Endpoint.ANYBODY,
            Set.of("limit", "next"),
            call -> Future.succeededFuture(Answer.items(List.of()))));
  }

  private Future<Answer> gains(Call call) {
    int limit = Cursor.limit(call.query());
    return reporting
        .gains(call.query().text("collection"), Cursor.afterNumber(call.query()), limit + 1)
        .map(
            found ->
                Cursor.page(
                    found, limit, gain -> Long.toString(gain.number()), RecordCalls::shown));
  }

  private static JsonObject shown(GainRecord gain) {
    return new JsonObject()
        .put("number", gain.number())
        .put("at", gain.at().toString())
        .put("collection", gain.collection())
        .put("credentials", new JsonArray(gain.credentials()))
        .put("objects", gain.objects());
  }

  private Future<Answer> submission(Call call) {
    String id = call.path("id");
    return reporting
        .submission(id)
        .map(
            found ->
                found
                    .map(progress -> Answer.ok(shown(progress)))
                    .orElseThrow(
                        () ->
                            new ProblemException(
                                404, "there is no submission `" + Query.cut(id) + "`")));
  }

  private static JsonObject shown(SubmissionProgress progress) {
    return new JsonObject()
        .put("id", progress.id())
        .put("credential", progress.credential())
        .put("api_root", progress.apiRoot())
        .put("received", progress.received().toString())
        .put("status", progress.status())
        .put("total", progress.total())
        .put("success", progress.success())
        .put("failure", progress.failure())
        .put("pending", progress.pending());
  }
}
