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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.server.auth.Passwords;
import org.entente.server.auth.SecretFactory;
import org.entente.server.exchange.IssuedSecret;
import org.entente.server.exchange.Issuing;
import org.entente.server.exchange.Password;
import org.entente.server.exchange.SecretKey;
import org.entente.server.exchange.UnknownNameException;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.exchange.state.Verifier;
import org.entente.server.store.CatalogChange;
import org.entente.server.store.ObjectStore;
import org.entente.server.store.StoredSecret;
import org.entente.server.taxii.Position;

/** Issues, rotates and revokes secrets; what is kept never gives one back. */
public final class Secrets implements Issuing {
  private static final String PASSWORD = "password";

  private final Knowledge knowledge;
  private final Rules rules;
  private final SecretFactory factory;
  private final Passwords passwords;
  private final InstantSource clock;

  /**
   * Secrets.
   *
   * @param knowledge what is known of the exchange
   * @param store where they are kept
   * @param factory makes them
   * @param passwords hashes what people chose
   * @param clock for when they are made and end
   */
  public Secrets(
      Knowledge knowledge,
      ObjectStore store,
      SecretFactory factory,
      Passwords passwords,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.rules = new Rules(knowledge, store);
    this.factory = factory;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public Future<IssuedSecret> issueSecret(String credential, Duration overlap, String actor) {
    return known(credential)
        .compose(holder -> issue(Holder.credential(credential), overlap, actor));
  }

  @Override
  public Future<List<SecretKey>> secrets(String credential) {
    return known(credential).map(this::keys);
  }

  @Override
  public Future<Boolean> revokeSecret(String credential, Optional<String> key, String actor) {
    return known(credential).compose(holder -> revoke(Holder.credential(credential), key, actor));
  }

  @Override
  public Future<Void> setPassword(String credential, Password password, String actor) {
    return known(credential)
        .compose(holder -> passwords.hash(password.text()))
        .compose(hash -> keep(credential, hash, actor));
  }

  private Future<String> known(String credential) {
    return knowledge.now().community().credential(credential).isPresent()
        ? Future.succeededFuture(credential)
        : Future.failedFuture(new UnknownNameException("credential", credential));
  }

  @Override
  public Future<IssuedSecret> issueAdministratorSecret(String administrator, String actor) {
    return knowledge.now().administrators().containsKey(administrator)
        ? issue(Holder.administrator(administrator), Duration.ZERO, actor)
        : Future.failedFuture(new UnknownNameException("administrator", administrator));
  }

  @Override
  public Future<Boolean> revokeAdministratorSecret(String administrator, String actor) {
    return revoke(Holder.administrator(administrator), Optional.empty(), actor);
  }

  /** Whose secrets they are: what they are kept under, and what people call it. */
  private record Holder(String key, String name) {
    static Holder credential(String id) {
      return new Holder(id, id);
    }

    static Holder administrator(String id) {
      return new Holder(Snapshot.ADMINISTRATOR + id, id);
    }
  }

  /** A new secret; the former ones end after the overlap. */
  private Future<IssuedSecret> issue(Holder holder, Duration overlap, String actor) {
    long now = Position.of(clock.instant());
    long end = now + overlap.toNanos() / 1_000;
    SecretFactory.NewSecret made = factory.create();
    List<CatalogChange> changes = new ArrayList<>();
    boolean former = false;
    for (StoredSecret kept : kept(holder.key)) {
      boolean password = Verifier.parse(kept.verifier()).password();
      if (password) {
        continue;
      }
      former = true;
      changes.add(
          overlap.isZero()
              ? new CatalogChange.RemoveSecret(holder.key, kept.key())
              : new CatalogChange.PutSecret(
                  new StoredSecret(
                      holder.key, kept.key(), kept.verifier(), Math.min(kept.expires(), end))));
    }
    String verifier = new Verifier(false, now, HexFormat.of().formatHex(made.sha256())).text();
    changes.add(
        new CatalogChange.PutSecret(
            new StoredSecret(holder.key, made.keyId(), verifier, Long.MAX_VALUE)));
    Optional<Instant> expires = former ? Optional.of(Position.instant(end)) : Optional.empty();
    Map<String, Object> detail = new TreeMap<>(Map.of("key", made.keyId()));
    expires.ifPresent(time -> detail.put("expires_previous", time.toString()));
    return rules
        .secrets(changes, Entries.of(actor, "issue-secret", holder.name, detail))
        .map(record -> new IssuedSecret(holder.name, made.text(), made.keyId(), expires));
  }

  /** Ends one secret or all. */
  private Future<Boolean> revoke(Holder holder, Optional<String> key, String actor) {
    List<String> ending =
        kept(holder.key).stream()
            .map(StoredSecret::key)
            .filter(kept -> key.isEmpty() || key.get().equals(kept))
            .toList();
    if (ending.isEmpty()) {
      return Future.succeededFuture(false);
    }
    List<CatalogChange> changes =
        ending.stream()
            .<CatalogChange>map(kept -> new CatalogChange.RemoveSecret(holder.key, kept))
            .toList();
    return rules
        .secrets(changes, Entries.of(actor, "revoke-secret", holder.name, Map.of("keys", ending)))
        .map(true);
  }

  /** Keeps a password's hash in place of any other. */
  private Future<Void> keep(String credential, String hash, String actor) {
    String verifier = new Verifier(true, Position.of(clock.instant()), hash).text();
    StoredSecret kept = new StoredSecret(credential, PASSWORD, verifier, Long.MAX_VALUE);
    return rules
        .secrets(
            List.of(new CatalogChange.PutSecret(kept)),
            Entries.of(actor, "set-password", credential, Map.of()))
        .mapEmpty();
  }

  /** The keys that still open the door, oldest first. */
  private List<SecretKey> keys(String holder) {
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
}
