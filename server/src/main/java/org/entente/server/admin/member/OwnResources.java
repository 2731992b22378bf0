// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.member;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.server.admin.rest.Answer;
import org.entente.server.admin.rest.Call;
import org.entente.server.admin.rest.Cursor;
import org.entente.server.admin.rest.Endpoint;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.StoredResource;
import org.entente.server.resource.Kind;

/** {@code /policies} and {@code /credentials}: the caller's member's own, as they were applied. */
final class OwnResources {
  private static final Set<String> PAGED = Set.of("limit", "next");

  private final Administration administration;

  OwnResources(Administration administration) {
    this.administration = administration;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/policies", Set.of(), PAGED, call -> list(Kind.RELEASE_POLICY, call)),
        Endpoint.get(
            "/credentials", Set.of("member-admin"), PAGED, call -> list(Kind.CREDENTIAL, call)));
  }

  private Future<Answer> list(Kind kind, Call call) {
    int limit = Cursor.limit(call.query());
    String own = OwnSight.member(call) + "/";
    String after = Cursor.after(call.query());
    String from = after.compareTo(own) > 0 ? after : own;
    return administration
        .list(kind, from, limit + 1, Optional.empty())
        .map(found -> found.stream().filter(one -> one.ref().id().startsWith(own)).toList())
        .map(found -> Cursor.page(found, limit, one -> one.ref().id(), OwnResources::document));
  }

  private static JsonObject document(StoredResource resource) {
    return new JsonObject(resource.json());
  }
}
