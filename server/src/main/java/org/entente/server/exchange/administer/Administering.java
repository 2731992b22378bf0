// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.ApplyResult;
import org.entente.server.exchange.ChangeRefusedException;
import org.entente.server.exchange.OutOfDateException;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.exchange.ResourceSet;
import org.entente.server.exchange.StoredResource;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.policy.Community;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.Resource;
import org.entente.server.resource.load.Documents;
import org.entente.server.store.Catalog;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoredSecret;
import org.entente.server.taxii.Position;

/** The resources of the exchange, over a store. */
public final class Administering implements Administration {
  private final Knowledge knowledge;
  private final Storage storage;
  private final Rules rules;
  private final Objections objections;

  /**
   * Administration.
   *
   * @param knowledge what is known of the exchange
   * @param storage where it is kept
   */
  public Administering(Knowledge knowledge, Storage storage) {
    this.knowledge = knowledge;
    this.storage = storage;
    this.rules = new Rules(knowledge, storage.objects());
    this.objections = new Objections(knowledge, storage);
  }

  @Override
  public Future<ResourceSet> resources() {
    return storage
        .catalog()
        .load()
        .map(loaded -> new ResourceSet(loaded.record().epoch(), documents(loaded)));
  }

  private static List<Document> documents(Catalog.Snapshot loaded) {
    return loaded.resources().stream()
        .map(put -> Documents.restore(Kind.parse(put.kind()).orElseThrow(), put.document()))
        .toList();
  }

  @Override
  public Future<ApplyResult> apply(ResourceChange change, boolean dryRun, String actor) {
    Snapshot now = knowledge.now();
    if (change.basis() != now.community().epoch()) {
      return Future.failedFuture(new OutOfDateException());
    }
    return storage
        .catalog()
        .load()
        .compose(
            loaded ->
                loaded.record().epoch() == change.basis()
                    ? apply(now, documents(loaded), change, dryRun, actor)
                    : Future.failedFuture(new OutOfDateException()));
  }

  private Future<ApplyResult> apply(
      Snapshot now, List<Document> old, ResourceChange change, boolean dryRun, String actor) {
    Map<Ref, Document> before = new LinkedHashMap<>();
    old.forEach(document -> before.put(document.ref(), document));
    Map<Ref, Resource> after = new LinkedHashMap<>();
    before.forEach((ref, document) -> after.put(ref, document.resource()));
    change.deletes().forEach(after::remove);
    change.upserts().forEach(document -> after.put(document.ref(), document.resource()));
    Community shall = new Community(now.community().epoch() + 1, after.values());
    return objections
        .to(before, change)
        .compose(
            reasons ->
                reasons.isEmpty()
                    ? storage.objects().headCounts()
                    : Future.failedFuture(new ChangeRefusedException(reasons)))
        .map(heads -> new Sights(now, heads).between(now.community(), shall))
        .compose(
            sight ->
                dryRun || (change.upserts().isEmpty() && change.deletes().isEmpty())
                    ? Future.succeededFuture(new ApplyResult(Optional.empty(), sight, List.of()))
                    : rules
                        .change(
                            now, shall, changes(now, change), Entries.apply(actor, before, change))
                        .map(r -> new ApplyResult(Optional.of(r.position()), sight, List.of())))
        .recover(Administering::outOfDate);
  }

  private static Future<ApplyResult> outOfDate(Throwable failure) {
    return Future.failedFuture(
        failure instanceof StoreException store && store.reason() == StoreException.Reason.STALE
            ? new OutOfDateException()
            : failure);
  }

  /** A credential or administrator that goes takes its secrets along. */
  private static List<CatalogChange> changes(Snapshot now, ResourceChange change) {
    List<CatalogChange> changes = new ArrayList<>();
    for (Document document : change.upserts()) {
      changes.add(
          new CatalogChange.Put(
              document.ref().kind().label(), document.ref().id(), document.json()));
    }
    for (Ref ref : change.deletes()) {
      changes.add(new CatalogChange.Remove(ref.kind().label(), ref.id()));
      String holder =
          ref.kind() == Kind.ADMINISTRATOR ? Snapshot.ADMINISTRATOR + ref.id() : ref.id();
      if (ref.kind() == Kind.CREDENTIAL || ref.kind() == Kind.ADMINISTRATOR) {
        for (StoredSecret secret : now.secrets().getOrDefault(holder, List.of())) {
          changes.add(new CatalogChange.RemoveSecret(holder, secret.key()));
        }
      }
    }
    return changes;
  }

  @Override
  public Future<List<StoredResource>> list(
      Kind kind, String after, int limit, Optional<Instant> at) {
    return at(at)
        .map(
            loaded ->
                loaded.resources().stream()
                    .filter(put -> put.kind().equals(kind.label()) && put.id().compareTo(after) > 0)
                    .sorted(Comparator.comparing(CatalogChange.Put::id))
                    .limit(limit)
                    .map(put -> stored(kind, put, loaded))
                    .toList());
  }

  @Override
  public Future<Optional<StoredResource>> find(Kind kind, String id, Optional<Instant> at) {
    return at(at)
        .map(
            loaded ->
                loaded.resources().stream()
                    .filter(put -> put.kind().equals(kind.label()) && put.id().equals(id))
                    .findFirst()
                    .map(put -> stored(kind, put, loaded)));
  }

  private Future<Catalog.Snapshot> at(Optional<Instant> at) {
    return at.map(instant -> storage.catalog().at(Position.of(instant)))
        .orElseGet(() -> storage.catalog().load());
  }

  private static StoredResource stored(Kind kind, CatalogChange.Put put, Catalog.Snapshot loaded) {
    return new StoredResource(
        new Ref(kind, put.id()), put.document(), Position.instant(loaded.record().position()));
  }
}
