// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.server.exchange.CurationItem;
import org.entente.server.exchange.GainRecord;
import org.entente.server.exchange.Reporting;
import org.entente.server.exchange.SubmissionProgress;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.store.Gain;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.Shadow;
import org.entente.server.taxii.Position;

/** What has happened, out of a store. */
public final class Reports implements Reporting {
  private final Knowledge knowledge;
  private final ObjectStore store;
  private final Function<String, Future<Optional<SubmissionProgress>>> statuses;

  /**
   * Reports.
   *
   * @param knowledge what is known of the exchange
   * @param store what is kept of it
   * @param statuses how far a submission is, by its id
   */
  public Reports(
      Knowledge knowledge,
      ObjectStore store,
      Function<String, Future<Optional<SubmissionProgress>>> statuses) {
    this.knowledge = knowledge;
    this.store = store;
    this.statuses = statuses;
  }

  @Override
  public Future<List<GainRecord>> gains(Optional<String> collection, long after, int limit) {
    Optional<String> id =
        collection.map(
            name ->
                knowledge.now().community().collections().stream()
                    .filter(c -> c.isNamed(name))
                    .findFirst()
                    .orElseThrow(() -> new UnknownNameException("collection", name))
                    .id());
    return store
        .headCounts()
        .compose(
            heads ->
                store
                    .gains(after)
                    .map(
                        gains ->
                            gains.stream()
                                .filter(g -> id.isEmpty() || id.get().equals(g.collection()))
                                .limit(limit)
                                .map(gain -> record(gain, heads))
                                .toList()));
  }

  private static GainRecord record(Gain gain, Map<String, Map<Integer, Long>> heads) {
    Map<Integer, Long> counts = heads.getOrDefault(gain.collection(), Map.of());
    return new GainRecord(
        gain.gain(),
        Position.instant(gain.base()),
        gain.collection(),
        gain.readers().stream().sorted().toList(),
        gain.classes().stream().mapToLong(c -> counts.getOrDefault(c, 0L)).sum());
  }

  @Override
  public Future<List<CurationItem>> curation(long after, int limit) {
    return store.shadows(after, limit).map(shadows -> shadows.stream().map(Reports::item).toList());
  }

  private static CurationItem item(Shadow shadow) {
    return new CurationItem(
        shadow.vid(),
        "shadow",
        Position.instant(shadow.position()),
        shadow.member(),
        shadow.id().toString(),
        shadow.version().text());
  }

  @Override
  public Future<Optional<SubmissionProgress>> submission(String id) {
    return statuses.apply(id);
  }
}
