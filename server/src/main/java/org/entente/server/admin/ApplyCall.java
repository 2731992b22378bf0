// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.document.Place;
import org.entente.document.ResourceError;
import org.entente.document.Source;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ProblemException;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.ApplyResult;
import org.entente.server.exchange.ChangeRefusedException;
import org.entente.server.exchange.OutOfDateException;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.load.Loaded;
import org.entente.server.resource.plan.Change;
import org.entente.server.resource.plan.Plan;
import org.entente.server.resource.plan.Planner;

/** {@code POST /v1/apply}: documents in, all or nothing. */
final class ApplyCall {
  private static final int TRIES = 5;
  private static final long MOST = 16L * 1024 * 1024;

  private final Administration administration;
  private final Documents documents;
  private final Planner planner;
  private final Offload offload;

  ApplyCall(AdminParts parts) {
    this.administration = parts.cases().administration();
    this.documents = parts.documents();
    this.planner = parts.planner();
    this.offload = parts.offload();
  }

  List<Endpoint> endpoints() {
    Set<String> types =
        Set.of("application/yaml", "application/x-yaml", "text/yaml", "application/json");
    return List.of(
        new Endpoint(
            HttpMethod.POST,
            "/v1/apply",
            Role.ADMIN,
            Set.of("dry_run", "prune"),
            new Endpoint.Body(MOST, types),
            this::apply));
  }

  private Future<Answer> apply(Call call) {
    boolean dryRun = call.query().flag("dry_run");
    boolean prune = call.query().flag("prune");
    String text = call.text();
    return offload
        .run(() -> documents.read(List.of(new Source("", text))))
        .compose(loaded -> apply(new Wish(loaded, dryRun, prune, call.caller().name()), TRIES));
  }

  private record Wish(Loaded loaded, boolean dryRun, boolean prune, String actor) {}

  /** Somebody else's change in between means to compare anew. */
  private Future<Answer> apply(Wish wish, int tries) {
    return administration
        .resources()
        .compose(
            set ->
                offload
                    .run(() -> planner.plan(set.documents(), wish.loaded(), wish.prune()))
                    .compose(plan -> carryOut(plan, set.basis(), wish)))
        .recover(
            failure ->
                failure instanceof OutOfDateException && tries > 1
                    ? apply(wish, tries - 1)
                    : Future.failedFuture(failure));
  }

  private Future<Answer> carryOut(Plan plan, long basis, Wish wish) {
    if (!plan.errors().isEmpty()) {
      return Future.failedFuture(refused(plan.errors()));
    }
    if (plan.isEmpty()) {
      return Future.succeededFuture(
          answer(plan, new ApplyResult(Optional.empty(), List.of(), List.of())));
    }
    ResourceChange change = new ResourceChange(basis, plan.upserts(), plan.deletes());
    return administration
        .apply(change, wish.dryRun(), wish.actor())
        .map(result -> answer(plan, result))
        .recover(ApplyCall::refused);
  }

  private static Future<Answer> refused(Throwable failure) {
    return Future.failedFuture(
        failure instanceof ChangeRefusedException refused
            ? refused(
                refused.reasons().stream().map(reason -> Place.NOWHERE.error("", reason)).toList())
            : failure);
  }

  private static ProblemException refused(List<ResourceError> errors) {
    JsonArray shown = new JsonArray();
    for (ResourceError error : errors) {
      JsonObject json = new JsonObject();
      error.file().ifPresent(file -> json.put("file", file));
      json.put("line", error.line()).put("field", error.field()).put("message", error.message());
      shown.add(json);
    }
    return new ProblemException(
        422, "the documents cannot be applied", new JsonObject().put("errors", shown));
  }

  private static Answer answer(Plan plan, ApplyResult result) {
    JsonArray changes = new JsonArray();
    for (Change change : plan.changes()) {
      changes.add(
          new JsonObject()
              .put("kind", change.ref().kind().label())
              .put("id", change.ref().id())
              .put("action", change.action().label())
              .put("fields", new JsonArray(change.fields())));
    }
    JsonArray sight = new JsonArray();
    for (ApplyResult.Sight seen : result.sight()) {
      sight.add(
          new JsonObject()
              .put("credential", seen.credential())
              .put("collection", seen.collection())
              .put("gains", seen.gains())
              .put("loses", seen.loses()));
    }
    JsonArray pending = new JsonArray();
    result.pending().forEach(id -> pending.add(new JsonObject().put("change", id)));
    JsonObject body =
        new JsonObject().put("changes", changes).put("sight", sight).put("pending", pending);
    return pending.isEmpty() ? Answer.ok(body) : new Answer(202, body.toBuffer());
  }
}
