// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/** What a page must hold, worked out from every row in memory, without an index. */
final class FeedModel {
  private final List<Entry> entries;

  FeedModel(List<StoredVersion> versions) {
    entries =
        versions.stream()
            .flatMap(version -> version.rows().stream().map(row -> new Entry(version, row)))
            .toList();
  }

  private record Entry(StoredVersion version, StoredRow row) {
    boolean sameLineage(Entry other) {
      return version.id().equals(other.version.id())
          && version.owner().equals(other.version.owner());
    }

    long place(FeedView view) {
      return view.place(row.audience(), row.n(), row.position());
    }
  }

  private record Same(StixId id, java.time.Instant instant) {}

  /** What a row of a page is told by. */
  record Shown(long place, int audience, StixId id, StixTimestamp version) {
    static Shown of(RowPage.Row row) {
      return new Shown(row.place(), row.audience(), row.id(), row.version());
    }
  }

  /** All that the query finds, whatever its limit and start. */
  List<Shown> all(RowQuery query) {
    Map<Same, Entry> lowest = new HashMap<>();
    List<Entry> here =
        entries.stream().filter(e -> e.row().collection().equals(query.collection())).toList();
    for (Entry entry : here) {
      if (entry.place(query.view()) >= 0 && matches(entry, here, query)) {
        lowest.merge(
            new Same(entry.version().id(), entry.version().version().instant()),
            entry,
            (one, two) -> one.place(query.view()) < two.place(query.view()) ? one : two);
      }
    }
    return lowest.values().stream()
        .map(
            e ->
                new Shown(
                    e.place(query.view()),
                    e.row().audience(),
                    e.version().id(),
                    e.version().version()))
        .sorted(Comparator.comparingLong(Shown::place))
        .toList();
  }

  private static boolean matches(Entry entry, List<Entry> here, RowQuery query) {
    StixId id = entry.version().id();
    if (!query.types().isEmpty() && !query.types().contains(id.type())
        || !query.ids().isEmpty() && !query.ids().contains(id)) {
      return false;
    }
    RowQuery.Versions wanted = query.versions();
    if (wanted.last() && entry.row().head()) {
      return true;
    }
    FeedView view = query.view();
    boolean headSeen =
        here.stream()
            .anyMatch(
                other ->
                    other.sameLineage(entry)
                        && other.row().head()
                        && view.classes().get(other.row().audience()));
    boolean earliest =
        here.stream()
            .noneMatch(
                other ->
                    other.sameLineage(entry)
                        && other.place(view) >= 0
                        && other.version().version().compareTo(entry.version().version()) < 0);
    return headSeen
        && (wanted.all()
            || wanted.exact().contains(entry.version().version().instant())
            || wanted.first() && earliest);
  }
}
