// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.SuppressForbidden;
import org.entente.server.exchange.Administration;
import org.entente.server.exchange.ApplyResult;
import org.entente.server.exchange.Auditing;
import org.entente.server.exchange.BackingUp;
import org.entente.server.exchange.CurationItem;
import org.entente.server.exchange.Explaining;
import org.entente.server.exchange.Explanation;
import org.entente.server.exchange.GainRecord;
import org.entente.server.exchange.IssuedSecret;
import org.entente.server.exchange.Issuing;
import org.entente.server.exchange.OutOfDateException;
import org.entente.server.exchange.Password;
import org.entente.server.exchange.Preview;
import org.entente.server.exchange.Reporting;
import org.entente.server.exchange.ResourceChange;
import org.entente.server.exchange.ResourceSet;
import org.entente.server.exchange.SecretKey;
import org.entente.server.exchange.StoredResource;
import org.entente.server.exchange.SubmissionProgress;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.WhoSees;
import org.entente.server.observe.audit.HeadKey;
import org.entente.server.observe.audit.SignedHead;
import org.entente.server.resource.Document;
import org.entente.server.resource.Kind;
import org.entente.server.resource.Ref;
import org.entente.server.store.AuditChain;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.AuditRecord;
import org.entente.server.store.BackupFile;
import org.entente.server.store.CommitRecord;
import org.entente.server.taxii.Position;

/** Keeps resources in memory, and remembers what it was asked. */
public final class FakeExchange
    implements Administration, Issuing, Reporting, Auditing, Explaining, BackingUp {
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  public final TreeMap<Ref, Document> resources = new TreeMap<>();
  public final List<String> asked = new ArrayList<>();
  public final List<SecretKey> keys = new ArrayList<>();
  private final HeadKey key = key();
  private final List<AuditRecord> trail = new ArrayList<>();
  int conflicts;
  List<String> pending = List.of();
  Optional<RuntimeException> broken = Optional.empty();

  @SuppressForbidden("nothing here depends on which key it is")
  private static HeadKey key() {
    return HeadKey.of(HeadKey.create(new SecureRandom()));
  }

  private <T> Future<T> answer(String question, T value) {
    asked.add(question);
    return broken.<Future<T>>map(Future::failedFuture).orElse(Future.succeededFuture(value));
  }

  @Override
  public Future<BackupFile> backup(String name, String actor) {
    return answer(
        "backup " + name + " by " + actor,
        new BackupFile(Path.of("backups", name), 4096, 1, new CommitRecord(1, 2, 3)));
  }

  @Override
  public Future<ResourceSet> resources() {
    return answer("resources", new ResourceSet(7, List.copyOf(resources.values())));
  }

  @Override
  public Future<ApplyResult> apply(ResourceChange change, boolean dryRun, String actor) {
    if (conflicts > 0) {
      conflicts--;
      return Future.failedFuture(new OutOfDateException());
    }
    if (!dryRun) {
      change.upserts().forEach(document -> resources.put(document.ref(), document));
      resources.keySet().removeAll(change.deletes());
    }
    return answer(
        "apply " + change.basis() + " by " + actor + (dryRun ? " dry" : ""),
        new ApplyResult(
            Optional.empty(), List.of(new ApplyResult.Sight("acme/soc", "c", 3, 1)), pending));
  }

  @Override
  public Future<List<StoredResource>> list(
      Kind kind, String after, int limit, Optional<Instant> at) {
    return answer(
        "list " + kind + " after " + after + at.map(time -> " at " + time).orElse(""),
        resources.values().stream()
            .filter(d -> d.ref().kind() == kind && d.ref().id().compareTo(after) > 0)
            .limit(limit)
            .map(FakeExchange::stored)
            .toList());
  }

  private static StoredResource stored(Document document) {
    return new StoredResource(document.ref(), document.json(), NOW);
  }

  @Override
  public Future<Optional<StoredResource>> find(Kind kind, String id, Optional<Instant> at) {
    return answer(
        "find " + id + at.map(time -> " at " + time).orElse(""),
        Optional.ofNullable(resources.get(new Ref(kind, id))).map(FakeExchange::stored));
  }

  @Override
  public Future<IssuedSecret> issueSecret(String credential, Duration overlap, String actor) {
    if (!credential.startsWith("acme/")) {
      return Future.failedFuture(new UnknownNameException("credential", credential));
    }
    return answer(
        "issue " + credential + " " + overlap + " by " + actor,
        new IssuedSecret(credential, "ent_secret", "k2", Optional.of(NOW.plus(overlap))));
  }

  @Override
  public Future<List<SecretKey>> secrets(String credential) {
    return answer("secrets " + credential, List.copyOf(keys));
  }

  @Override
  public Future<Boolean> revokeSecret(String credential, Optional<String> key, String actor) {
    return answer("revoke " + credential + " " + key.orElse("all"), !key.equals(Optional.of("k9")));
  }

  @Override
  public Future<Void> setPassword(String credential, Password password, String actor) {
    asked.add("password " + credential + " " + password + " " + password.text().length());
    return Future.succeededFuture();
  }

  @Override
  public Future<IssuedSecret> issueAdministratorSecret(String administrator, String actor) {
    return answer(
        "issue administrator " + administrator,
        new IssuedSecret(administrator, "ent_admin", "k1", Optional.empty()));
  }

  @Override
  public Future<Boolean> revokeAdministratorSecret(String administrator, String actor) {
    return answer("revoke administrator " + administrator, true);
  }

  @Override
  public Future<List<GainRecord>> gains(Optional<String> collection, long after, int limit) {
    List<GainRecord> gains = new ArrayList<>();
    for (long i = after + 1; i <= 5 && gains.size() < limit; i++) {
      gains.add(new GainRecord(i, NOW, "c", List.of("acme/soc"), 10 * i));
    }
    return answer("gains " + collection.orElse("all") + " after " + after, gains);
  }

  @Override
  public Future<List<CurationItem>> curation(long after, int limit) {
    return answer(
        "curation after " + after,
        List.of(
            new CurationItem(
                after + 1, "shadow", NOW, "acme", "indicator--x", "2026-01-01T00:00:00Z")));
  }

  @Override
  public Future<Optional<SubmissionProgress>> submission(String id) {
    return answer(
        "submission " + id,
        Optional.of(id)
            .filter(known -> known.equals("s1"))
            .map(s -> new SubmissionProgress(s, "acme/soc", "c", NOW, "pending", 9, 4, 1, 4)));
  }

  /** Adds to the chain. */
  public void wrote(String actor, String action) {
    byte[] before = trail.isEmpty() ? AuditChain.start() : trail.get(trail.size() - 1).hash();
    AuditEntry entry = new AuditEntry(actor, action, "resources", "{\"changes\":2}");
    long number = trail.size() + 1L;
    long position = Position.of(NOW) + number;
    byte[] hash = AuditChain.next(before, number, position, entry);
    trail.add(new AuditRecord(number, position, entry, hash));
  }

  @Override
  public Future<List<AuditRecord>> records(long after, int limit) {
    return answer(
        "audit after " + after,
        trail.stream().filter(record -> record.seq() > after).limit(limit).toList());
  }

  @Override
  public Future<SignedHead> head() {
    Optional<AuditRecord> last =
        trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(trail.size() - 1));
    return answer("head", key.sign(last, NOW));
  }

  @Override
  public Future<SignedHead> daily() {
    return head();
  }

  @Override
  public Future<Void> note(
      String actor, String action, String subject, Map<String, Object> detail) {
    wrote(actor, action);
    return answer("note " + action, (Void) null);
  }

  @Override
  public Future<Explanation> explain(
      String credential, String collection, Question question, Asker asker) {
    return answer(
        "explain "
            + credential
            + " "
            + collection
            + " "
            + question.object()
            + question.version().map(v -> " " + v).orElse(""),
        new Explanation(
            false,
            "tlp",
            List.of(new Explanation.Rule("markings", "tlp", "RED", "deny")),
            Optional.empty(),
            List.of("a policy that names `acme/soc` in `recipients`")));
  }

  @Override
  public Future<WhoSees> who(Question question, Asker asker) {
    return answer(
        "who " + question.object(),
        new WhoSees(
            List.of(
                new WhoSees.Group(true, "own", List.of("acme/soc"), 1),
                new WhoSees.Group(false, "tlp", List.of("cobalt/soc"), 1))));
  }

  @Override
  public Future<List<Preview>> preview(
      String credential, String collection, List<String> policies, Buffer envelope, Asker asker) {
    return answer(
        "preview " + credential + " " + policies + " " + envelope.length(),
        List.of(
            new Preview(
                "indicator--x", "2026-01-01T00:00:00Z", Optional.of("no STIX id"), List.of())));
  }
}
