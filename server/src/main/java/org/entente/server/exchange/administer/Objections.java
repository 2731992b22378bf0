// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.policy.AudienceClass;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Storage;

/**
 * What stands against a change of resources beside their own rules: content that would be left
 * behind, and a policy's name that once meant something else.
 */
final class Objections {
  private static final Set<Kind> IMMUTABLE = Set.of(Kind.RELEASE_POLICY, Kind.HUB_POLICY);

  private final Knowledge knowledge;
  private final Storage storage;

  Objections(Knowledge knowledge, Storage storage) {
    this.knowledge = knowledge;
    this.storage = storage;
  }

  /** Everything that stands against a change of what there is; empty when nothing does. */
  Future<List<String>> to(Map<Ref, Document> before, ResourceChange change) {
    return leftBehind(change.deletes())
        .compose(
            left ->
                renamed(before, change)
                    .map(
                        renamed -> {
                          List<String> all = new ArrayList<>(left);
                          all.addAll(renamed);
                          return all;
                        }));
  }

  private Future<List<String>> leftBehind(Set<Ref> deletes) {
    return deletes.stream().noneMatch(Objections::holds)
        ? Future.succeededFuture(List.of())
        : storage.objects().headCounts().map(heads -> leftBehind(deletes, heads));
  }

  private static boolean holds(Ref ref) {
    return ref.kind() == Kind.MEMBER || ref.kind() == Kind.COLLECTION;
  }

  private List<String> leftBehind(Set<Ref> deletes, Map<String, Map<Integer, Long>> heads) {
    List<AudienceClass> classes = knowledge.now().classes();
    List<String> objections = new ArrayList<>();
    for (Ref ref : deletes) {
      if (!holds(ref)) {
        continue;
      }
      long count =
          ref.kind() == Kind.COLLECTION
              ? count(heads.getOrDefault(ref.id(), Map.of()), any -> true)
              : heads.values().stream()
                  .mapToLong(in -> count(in, cid -> isOf(ref.id(), cid, classes)))
                  .sum();
      if (count > 0) {
        objections.add(
            ref.kind().label()
                + " `"
                + ref.id()
                + "` still has "
                + count
                + (count == 1 ? " object" : " objects")
                + " in the exchange and cannot go");
      }
    }
    return objections;
  }

  /** A class that is too new to be known counts for everybody. */
  private static boolean isOf(String member, int cid, List<AudienceClass> classes) {
    return cid > classes.size() || classes.get(cid - 1).owner().equals(member);
  }

  private static long count(Map<Integer, Long> heads, Predicate<Integer> counts) {
    return heads.entrySet().stream()
        .filter(entry -> counts.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Objects name the policies that are frozen into them by id: an id means one thing for ever. */
  private Future<List<String>> renamed(Map<Ref, Document> before, ResourceChange change) {
    List<Document> fresh =
        change.upserts().stream()
            .filter(document -> IMMUTABLE.contains(document.ref().kind()))
            .filter(document -> !before.containsKey(document.ref()))
            .toList();
    return fresh.isEmpty()
        ? Future.succeededFuture(List.of())
        : storage.inspection().resources().map(known -> renamed(fresh, known));
  }

  private static List<String> renamed(List<Document> fresh, List<CatalogChange.Put> known) {
    Map<String, String> documents = new HashMap<>();
    known.forEach(put -> documents.put(put.kind() + ' ' + put.id(), put.document()));
    return fresh.stream()
        .filter(
            document -> {
              Ref ref = document.ref();
              String json = document.json();
              return !documents
                  .getOrDefault(ref.kind().label() + ' ' + ref.id(), json)
                  .equals(json);
            })
        .map(
            document ->
                "`"
                    + document.ref().id()
                    + "` was in force with other content; a change is a new version")
        .toList();
  }
}
