// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.entente.server.auth.SecretFactory;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.observe.audit.CanonicalJson;
import org.entente.server.resource.Document;
import org.entente.server.resource.Ref;
import org.entente.server.resource.plan.Change;
import org.entente.server.store.AuditEntry;

/** Records of administration as they are written; details are canonical JSON. */
final class Entries {
  private Entries() {}

  static AuditEntry of(String actor, String action, String subject, Map<String, Object> detail) {
    return entry(actor, action, subject, new JsonObject(detail));
  }

  /** Each resource with what differs, and the hash of what it is now, so that it can be held to. */
  static AuditEntry apply(String actor, Map<Ref, Document> before, ResourceChange change) {
    JsonArray changes = new JsonArray();
    for (Document document : change.upserts()) {
      Optional<Document> old = Optional.ofNullable(before.get(document.ref()));
      changes.add(
          shown(Change.of(old, document))
              .put("sha256", HexFormat.of().formatHex(SecretFactory.sha256(document.json()))));
    }
    change.deletes().stream()
        .sorted()
        .map(Change::deleted)
        .map(Entries::shown)
        .forEach(changes::add);
    return entry(actor, "apply", "resources", new JsonObject().put("changes", changes));
  }

  private static JsonObject shown(Change change) {
    return new JsonObject()
        .put("kind", change.ref().kind().label())
        .put("id", change.ref().id())
        .put("action", change.action().label())
        .put("fields", new JsonArray(change.fields()));
  }

  private static AuditEntry entry(String actor, String action, String subject, JsonObject detail) {
    return new AuditEntry(actor, action, subject, CanonicalJson.of(detail.encode()));
  }
}
