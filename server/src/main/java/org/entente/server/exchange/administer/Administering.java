// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.server.auth.Passwords;
import org.entente.server.auth.SecretFactory;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.ApplyResult;
import org.entente.server.exchange.AuditHead;
import org.entente.server.exchange.AuditRecord;
import org.entente.server.exchange.GainRecord;
import org.entente.server.exchange.IssuedSecret;
import org.entente.server.exchange.OutOfDateException;
import org.entente.server.exchange.Password;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.exchange.ResourceSet;
import org.entente.server.exchange.SecretKey;
import org.entente.server.exchange.StoredResource;
import org.entente.server.exchange.SubmissionProgress;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.policy.Community;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.resource.Resource;
import org.entente.server.resource.load.Documents;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.Catalog;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.Gain;
import org.entente.server.store.Storage;
import org.entente.server.store.StoreException;
import org.entente.server.store.StoredSecret;
import org.entente.server.taxii.Position;

/** What administrators do, over a store. */
public final class Administering implements Administration {
  private final Knowledge knowledge;
  private final Storage storage;
  private final Function<String, Future<Optional<SubmissionProgress>>> statuses;
  private final Rules rules;
  private final Secrets secrets;
  private final Passwords passwords;

  /**
   * Administration.
   *
   * @param knowledge what is known of the exchange
   * @param storage where it is kept
   * @param statuses how far a submission is, by its id
   * @param factory makes secrets
   * @param passwords hashes what people chose
   * @param clock for when secrets are made and end
   */
  public Administering(
      Knowledge knowledge,
      Storage storage,
      Function<String, Future<Optional<SubmissionProgress>>> statuses,
      SecretFactory factory,
      Passwords passwords,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.storage = storage;
    this.statuses = statuses;
    this.passwords = passwords;
    this.rules = new Rules(knowledge, storage.objects());
    this.secrets = new Secrets(knowledge, rules, factory, clock);
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
    Map<Ref, Resource> after = new LinkedHashMap<>();
    old.forEach(document -> after.put(document.ref(), document.resource()));
    change.deletes().forEach(after::remove);
    change.upserts().forEach(document -> after.put(document.ref(), document.resource()));
    Community shall = new Community(now.community().epoch() + 1, after.values());
    return storage
        .objects()
        .headCounts()
        .map(heads -> new Sights(now, heads).between(now.community(), shall))
        .compose(
            sight ->
                dryRun || (change.upserts().isEmpty() && change.deletes().isEmpty())
                    ? Future.succeededFuture(new ApplyResult(Optional.empty(), sight, List.of()))
                    : rules
                        .change(now, shall, changes(now, change), entry(change, actor))
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

  private static AuditEntry entry(ResourceChange change, String actor) {
    String written = names(change.upserts().stream().map(Document::ref).toList());
    String deleted = names(List.copyOf(change.deletes()));
    return new AuditEntry(
        actor, "apply", "resources", "{\"written\":" + written + ",\"deleted\":" + deleted + "}");
  }

  /** Ids of resources have no character that JSON would escape. */
  private static String names(List<Ref> refs) {
    return refs.stream()
        .sorted()
        .map(ref -> '"' + ref.toString() + '"')
        .collect(Collectors.joining(",", "[", "]"));
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

  @Override
  public Future<IssuedSecret> issueSecret(String credential, Duration overlap, String actor) {
    return knowledge.now().community().credential(credential).isEmpty()
        ? Future.failedFuture(new UnknownNameException("credential", credential))
        : secrets.issue(credential, credential, overlap, actor);
  }

  @Override
  public Future<List<SecretKey>> secrets(String credential) {
    return knowledge.now().community().credential(credential).isEmpty()
        ? Future.failedFuture(new UnknownNameException("credential", credential))
        : Future.succeededFuture(secrets.keys(credential));
  }

  @Override
  public Future<Boolean> revokeSecret(String credential, Optional<String> key, String actor) {
    return knowledge.now().community().credential(credential).isEmpty()
        ? Future.failedFuture(new UnknownNameException("credential", credential))
        : secrets.revoke(credential, credential, key, actor);
  }

  @Override
  public Future<Void> setPassword(String credential, Password password, String actor) {
    return knowledge.now().community().credential(credential).isEmpty()
        ? Future.failedFuture(new UnknownNameException("credential", credential))
        : passwords
            .hash(password.text())
            .compose(hash -> secrets.password(credential, hash, actor));
  }

  @Override
  public Future<IssuedSecret> issueAdministratorSecret(String administrator, String actor) {
    return find(Kind.ADMINISTRATOR, administrator, Optional.empty())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(new UnknownNameException("administrator", administrator))
                    : secrets.issue(
                        Snapshot.ADMINISTRATOR + administrator,
                        administrator,
                        Duration.ZERO,
                        actor));
  }

  @Override
  public Future<Boolean> revokeAdministratorSecret(String administrator, String actor) {
    return secrets.revoke(
        Snapshot.ADMINISTRATOR + administrator, administrator, Optional.empty(), actor);
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
    return storage
        .objects()
        .headCounts()
        .compose(
            heads ->
                storage
                    .objects()
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
  public Future<Optional<SubmissionProgress>> submission(String id) {
    return statuses.apply(id);
  }

  @Override
  public Future<List<AuditRecord>> audit(long after, int limit) {
    return storage
        .audit()
        .read(after, limit)
        .map(records -> records.stream().map(Administering::shown).toList());
  }

  private static AuditRecord shown(org.entente.server.store.AuditRecord kept) {
    return new AuditRecord(
        kept.seq(),
        Position.instant(kept.position()),
        kept.entry().actor(),
        kept.entry().action(),
        kept.entry().detail(),
        HexFormat.of().formatHex(kept.hash()));
  }

  @Override
  public Future<AuditHead> auditHead() {
    return storage
        .audit()
        .head()
        .map(
            head ->
                head.map(
                        kept ->
                            new AuditHead(
                                kept.seq(),
                                Optional.of(Position.instant(kept.position())),
                                HexFormat.of().formatHex(kept.hash())))
                    .orElse(
                        new AuditHead(
                            0, Optional.empty(), HexFormat.of().formatHex(AuditChain.start()))));
  }
}
