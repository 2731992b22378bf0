// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Cursor;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.admin.rest.ProblemException;
import org.entente.server.admin.rest.Query;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.StoredResource;
import org.entente.server.resource.HubPolicy;
import org.entente.server.resource.Kind;
import org.entente.server.resource.load.Documents;

/** {@code GET /v1/members} and its like: resources as they were applied. */
final class ResourceCalls {
  private final Administration administration;

  ResourceCalls(AdminParts parts) {
    this.administration = parts.cases().administration();
  }

  List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String path = "/v1/" + kind.path();
      if (kind == Kind.HUB_POLICY) {
        endpoints.add(Endpoint.get(path, Role.ANYBODY, Set.of("at"), this::hubPolicy));
        continue;
      }
      endpoints.add(
          Endpoint.get(
              path, Role.ANYBODY, Set.of("limit", "next", "at"), call -> list(kind, call.query())));
      endpoints.add(
          Endpoint.get(
              path + "/{id}",
              Role.ANYBODY,
              Set.of("at"),
              call -> one(kind, call.path("id"), call.query().time("at"))));
      if (kind == Kind.CREDENTIAL || kind == Kind.RELEASE_POLICY) {
        // the slash of these ids may be sent as it is
        endpoints.add(
            Endpoint.get(
                path + "/{member}/{name}",
                Role.ANYBODY,
                Set.of("at"),
                call -> one(kind, call.credential(), call.query().time("at"))));
      }
    }
    return endpoints;
  }

  private Future<Answer> list(Kind kind, Query query) {
    int limit = Cursor.limit(query);
    return administration
        .list(kind, Cursor.after(query), limit + 1, query.time("at"))
        .map(
            found ->
                Cursor.page(
                    found,
                    limit,
                    resource -> resource.ref().id(),
                    resource -> new JsonObject(resource.json())));
  }

  private Future<Answer> one(Kind kind, String id, Optional<Instant> at) {
    return administration
        .find(kind, id, at)
        .map(found -> answer(found, kind.label() + " `" + Query.cut(id) + "`"));
  }

  /** The one in force: the highest version. */
  private Future<Answer> hubPolicy(Call call) {
    return administration
        .list(Kind.HUB_POLICY, "", Cursor.MOST, call.query().time("at"))
        .map(
            found ->
                answer(
                    found.stream().max(Comparator.comparing(ResourceCalls::version)), "HubPolicy"));
  }

  private static int version(StoredResource stored) {
    return ((HubPolicy) Documents.restore(Kind.HUB_POLICY, stored.json()).resource()).version();
  }

  private static Answer answer(Optional<StoredResource> found, String what) {
    return found
        .map(stored -> Answer.ok(new JsonObject(stored.json())))
        .orElseThrow(() -> new ProblemException(404, "there is no " + what));
  }
}
