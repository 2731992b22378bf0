// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.Statuses;
import org.entente.server.exchange.SubmissionProgress;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Readers;
import org.entente.server.store.StatusStore;
import org.entente.server.store.StoredStatus;
import org.entente.server.taxii.Position;
import org.entente.server.taxii.StatusResource;

/** Finds statuses, for the credential that pushed and its member's inside credentials. */
public final class StatusLookup implements Statuses {
  private final Knowledge knowledge;
  private final StatusStore statuses;

  /** Looks in a store. */
  public StatusLookup(Knowledge knowledge, StatusStore statuses) {
    this.knowledge = knowledge;
    this.statuses = statuses;
  }

  @Override
  public Future<Optional<StatusResource>> status(Principal principal, String apiRoot, String id) {
    return statuses
        .get(id)
        .map(
            found ->
                found
                    .filter(status -> status.apiRoot().equals(apiRoot))
                    .filter(status -> isFor(principal, status))
                    .map(status -> StatusCodec.read(status.body())));
  }

  /** How far a submission is, for administrators; empty when its id is unknown. */
  public Future<Optional<SubmissionProgress>> progress(String id) {
    return statuses.get(id).map(found -> found.map(StatusLookup::progress));
  }

  private static SubmissionProgress progress(StoredStatus kept) {
    StatusResource status = StatusCodec.read(kept.body());
    return new SubmissionProgress(
        status.id(),
        kept.credential(),
        kept.apiRoot(),
        Position.instant(status.requested().orElse(0L)),
        status.complete() ? "complete" : "pending",
        status.total(),
        status.success(),
        status.failure(),
        status.pending());
  }

  private boolean isFor(Principal principal, StoredStatus status) {
    if (principal.anonymous()) {
      return false;
    }
    String member = status.credential().substring(0, status.credential().indexOf('/'));
    return status.credential().equals(principal.credentialId())
        || Readers.of(knowledge.now(), principal).stream()
            .anyMatch(reader -> reader.speaksFor(member));
  }
}
