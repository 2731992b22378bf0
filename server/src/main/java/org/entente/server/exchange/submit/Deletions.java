// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.exchange.CollectionView;
import org.entente.server.exchange.DeleteOutcome;
import org.entente.server.exchange.Deleting;
import org.entente.server.store.RowQuery;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.StixId;

/** Takes objects out again. */
public final class Deletions implements Deleting {
  private static final String SPEC_VERSION = "2.1";

  private final Committer committer;

  /** Commits where submissions are committed. */
  public Deletions(Submissions submissions) {
    committer = submissions.committer();
  }

  @Override
  public Future<DeleteOutcome> delete(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query) {
    Optional<StixId> id = StixId.parse(stixId);
    if (id.isEmpty()
        || (!query.specVersions().isEmpty() && !query.specVersions().contains(SPEC_VERSION))) {
      return Future.succeededFuture(DeleteOutcome.NOT_FOUND);
    }
    Errand errand =
        new Errand(principal.credentialId(), collection.apiRoot(), collection.id(), List.of());
    VersionMatch match = query.versions();
    RowQuery.Versions versions =
        new RowQuery.Versions(match.last(), match.first(), match.all(), match.exact());
    return committer
        .removal(errand, id.get(), versions)
        .map(
            outcome ->
                switch (outcome) {
                  case DONE -> DeleteOutcome.DONE;
                  case ABSENT -> DeleteOutcome.NOT_FOUND;
                  case FORBIDDEN -> DeleteOutcome.FORBIDDEN;
                });
  }
}
