// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.connector.taxii.CollectionUrl;
import org.entente.connector.taxii.TaxiiClient;
import org.entente.stix.json.equality.JsonEquality;

/**
 * Tells failures from repetitions. Some servers count an object that they hold already as a failure
 * (TAXII 2.1 §5.5 does not); what the collection shows with the same content is no failure.
 */
final class AlreadyThere {
  /** As many ids as fit into a URL anywhere. */
  private static final int IDS = 40;

  private final TaxiiClient client;
  private final CollectionUrl collection;

  AlreadyThere(TaxiiClient client, CollectionUrl collection) {
    this.client = client;
    this.collection = collection;
  }

  /** The result without the failures that are none; one look is enough where the first one is. */
  Future<PushResult> leaveOut(List<byte[]> sent, PushResult result) {
    List<PushFailure> named =
        result.failures().stream().filter(failure -> failure.id().contains("--")).toList();
    if (named.isEmpty()) {
      return Future.succeededFuture(result);
    }
    Map<String, List<SentObject>> byId = new HashMap<>();
    for (byte[] json : sent) {
      SentObject object = SentObject.of(json);
      byId.computeIfAbsent(object.id(), id -> new ArrayList<>()).add(object);
    }
    Set<PushFailure> there = new HashSet<>();
    return look(named.subList(0, 1), byId, there)
        .compose(
            looked ->
                there.isEmpty() ? Future.<Void>succeededFuture() : lookOn(named, 1, byId, there))
        .map(looked -> without(result, there))
        .otherwise(result);
  }

  private Future<Void> lookOn(
      List<PushFailure> named,
      int from,
      Map<String, List<SentObject>> byId,
      Set<PushFailure> there) {
    if (from >= named.size()) {
      return Future.succeededFuture();
    }
    int to = Math.min(from + IDS, named.size());
    return look(named.subList(from, to), byId, there)
        .compose(looked -> lookOn(named, to, byId, there));
  }

  private Future<Void> look(
      List<PushFailure> failures, Map<String, List<SentObject>> byId, Set<PushFailure> there) {
    List<String> ids = failures.stream().map(PushFailure::id).distinct().toList();
    return client
        .versions(collection, ids)
        .map(
            stored -> {
              for (PushFailure failure : failures) {
                if (holds(stored, byId.getOrDefault(failure.id(), List.of()), failure.version())) {
                  there.add(failure);
                }
              }
              return null;
            });
  }

  private static boolean holds(List<byte[]> stored, List<SentObject> sent, String version) {
    return sent.stream()
        .filter(object -> sent.size() == 1 || object.version().equals(version))
        .anyMatch(
            object -> stored.stream().anyMatch(json -> JsonEquality.equal(json, object.json())));
  }

  private static PushResult without(PushResult result, Set<PushFailure> there) {
    List<PushFailure> left =
        result.failures().stream().filter(failure -> !there.contains(failure)).toList();
    int none = result.failures().size() - left.size();
    return new PushResult(
        result.success() + none,
        result.failure() - none,
        left,
        result.warnings(),
        result.warned(),
        result.notes());
  }
}
