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
import java.util.List;
import java.util.Optional;
import org.entente.server.auth.SecretFactory;
import org.entente.server.exchange.IssuedSecret;
import org.entente.server.exchange.SecretKey;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Verifier;
import org.entente.server.store.AuditEntry;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.StoredSecret;
import org.entente.server.taxii.Position;

/** Issues, rotates and revokes secrets; what is kept never gives one back. */
final class Secrets {
  private static final String PASSWORD = "password";

  private final Knowledge knowledge;
  private final Rules rules;
  private final SecretFactory factory;
  private final InstantSource clock;

  Secrets(Knowledge knowledge, Rules rules, SecretFactory factory, InstantSource clock) {
    this.knowledge = knowledge;
    this.rules = rules;
    this.factory = factory;
    this.clock = clock;
  }

  /** A new secret; the former ones end after the overlap. */
  Future<IssuedSecret> issue(String holder, String user, Duration overlap, String actor) {
    long now = Position.of(clock.instant());
    long end = now + overlap.toNanos() / 1_000;
    SecretFactory.NewSecret made = factory.create();
    List<CatalogChange> changes = new ArrayList<>();
    boolean former = false;
    for (StoredSecret kept : kept(holder)) {
      boolean password = Verifier.parse(kept.verifier()).password();
      if (password) {
        continue;
      }
      former = true;
      changes.add(
          overlap.isZero()
              ? new CatalogChange.RemoveSecret(holder, kept.key())
              : new CatalogChange.PutSecret(
                  new StoredSecret(
                      holder, kept.key(), kept.verifier(), Math.min(kept.expires(), end))));
    }
    String verifier = new Verifier(false, now, HexFormat.of().formatHex(made.sha256())).text();
    changes.add(
        new CatalogChange.PutSecret(
            new StoredSecret(holder, made.keyId(), verifier, Long.MAX_VALUE)));
    Optional<Instant> expires = former ? Optional.of(Position.instant(end)) : Optional.empty();
    return rules
        .secrets(changes, entry(actor, "issue-secret", user, made.keyId()))
        .map(record -> new IssuedSecret(user, made.text(), made.keyId(), expires));
  }

  /** Ends one secret or all. */
  Future<Boolean> revoke(String holder, String user, Optional<String> key, String actor) {
    List<CatalogChange> changes =
        kept(holder).stream()
            .filter(kept -> key.isEmpty() || key.get().equals(kept.key()))
            .<CatalogChange>map(kept -> new CatalogChange.RemoveSecret(holder, kept.key()))
            .toList();
    return changes.isEmpty()
        ? Future.succeededFuture(false)
        : rules.secrets(changes, entry(actor, "revoke-secret", user, key.orElse("all"))).map(true);
  }

  /** Keeps a password's hash in place of any other. */
  Future<Void> password(String holder, String hash, String actor) {
    String verifier = new Verifier(true, Position.of(clock.instant()), hash).text();
    return rules
        .secrets(
            List.of(
                new CatalogChange.PutSecret(
                    new StoredSecret(holder, PASSWORD, verifier, Long.MAX_VALUE))),
            entry(actor, "set-password", holder, PASSWORD))
        .mapEmpty();
  }

  /** The keys that still open the door, oldest first. */
  List<SecretKey> keys(String holder) {
    long now = Position.of(clock.instant());
    return kept(holder).stream()
        .filter(kept -> kept.expires() > now)
        .map(
            kept ->
                new SecretKey(
                    kept.key(),
                    Position.instant(Verifier.parse(kept.verifier()).issued()),
                    kept.expires() == Long.MAX_VALUE
                        ? Optional.empty()
                        : Optional.of(Position.instant(kept.expires()))))
        .sorted(Comparator.comparing(SecretKey::issued))
        .toList();
  }

  private List<StoredSecret> kept(String holder) {
    return knowledge.now().secrets().getOrDefault(holder, List.of());
  }

  private static AuditEntry entry(String actor, String action, String subject, String key) {
    return new AuditEntry(actor, action, subject, "{\"key\":\"" + key + "\"}");
  }
}
