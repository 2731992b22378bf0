// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.store.FeedView;
import org.entente.server.store.RowQuery;
import org.entente.server.taxii.ObjectQuery;
import org.entente.server.taxii.VersionMatch;
import org.entente.stix.StixId;

/** What the store is asked for what a client asks. */
final class Questions {
  private Questions() {}

  /** The same of one object. */
  static ObjectQuery of(String stixId, ObjectQuery query) {
    return new ObjectQuery(
        query.addedAfter(),
        query.limit(),
        Optional.empty(),
        List.of(stixId),
        List.of(),
        query.specVersions(),
        query.versions());
  }

  /** Whether there is any version of an object. */
  static ObjectQuery any(String stixId) {
    return new ObjectQuery(
        Optional.empty(),
        1,
        Optional.empty(),
        List.of(stixId),
        List.of(),
        List.of(),
        VersionMatch.ALL);
  }

  /** The same of all versions. */
  static ObjectQuery everyVersion(ObjectQuery query) {
    return new ObjectQuery(
        query.addedAfter(),
        query.limit(),
        Optional.empty(),
        List.of(),
        List.of(),
        query.specVersions(),
        VersionMatch.ALL);
  }

  /** The ids that a query names and that are ids. */
  static Set<StixId> ids(ObjectQuery query) {
    return query.ids().stream()
        .flatMap(id -> StixId.parse(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The place that a query starts after; -1 for the beginning. */
  static long after(ObjectQuery query) {
    return query.addedAfter().orElse(-1L);
  }

  /** A page of a reader's feed. */
  static RowQuery rows(
      String collection, FeedView view, ObjectQuery query, long pageBytes, boolean content) {
    VersionMatch match = query.versions();
    return new RowQuery(
        collection,
        view,
        after(query),
        new RowQuery.Versions(match.last(), match.first(), match.all(), match.exact()),
        Set.copyOf(query.types()),
        ids(query),
        query.limit(),
        pageBytes,
        content);
  }
}
