// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Cursor;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ProblemException;
import org.entente.server.admin.rest.Query;
import org.entente.server.exchange.CurationItem;
import org.entente.server.exchange.GainRecord;
import org.entente.server.exchange.Reporting;
import org.entente.server.exchange.SubmissionProgress;

/** What has happened: gains, submissions, what a curator should see, and what waits. */
final class RecordCalls {
  private static final Set<String> CURATORS = Role.labels(Role.HUB_ADMIN, Role.HUB_CURATOR);

  private final Reporting reporting;

  RecordCalls(AdminParts parts) {
    this.reporting = parts.cases().reporting();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/gains", Role.ANYBODY, Set.of("collection", "limit", "next"), this::gains),
        Endpoint.get("/v1/submissions/{id}", Role.ANYBODY, Set.of(), this::submission),
        Endpoint.get("/v1/curation", CURATORS, Set.of("limit", "next"), this::curation),
        Endpoint.get("/v1/changes", Role.ANYBODY, Set.of("limit", "next"), this::changes));
  }

  /** Nothing waits for a second person yet. */
  private Future<Answer> changes(Call call) {
    int unused = Cursor.limit(call.query());
    long unusedToo = Cursor.afterNumber(call.query());
    return Future.succeededFuture(Answer.items(List.of()));
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

  private Future<Answer> curation(Call call) {
    int limit = Cursor.limit(call.query());
    return reporting
        .curation(Cursor.afterNumber(call.query()), limit + 1)
        .map(
            found ->
                Cursor.page(
                    found, limit, item -> Long.toString(item.number()), RecordCalls::shown));
  }

  private static JsonObject shown(CurationItem item) {
    return new JsonObject()
        .put("kind", item.kind())
        .put("at", item.at().toString())
        .put("member", item.member())
        .put("object", item.object())
        .put("version", item.version());
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
