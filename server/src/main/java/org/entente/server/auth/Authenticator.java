// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.auth;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.entente.server.auth.AuthFailure.Kind;
import org.entente.server.auth.VerifiedCache.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Finds the principal behind a request. What was right once is remembered, so that neither hashing
 * nor argon2id is paid for at each request; whether it is still right is asked every time.
 *
 * <p>An address that has guessed wrong too often may not guess on: passwords of it are not even
 * checked. What needs no guessing protection, a random secret, a certificate and what was verified
 * before, goes on to work from there: neighbours behind one address do not stop each other.
 */
public final class Authenticator {
  private static final String WRONG = "the credentials are not valid";

  private final Credentials credentials;
  private final Passwords passwords;
  private final AuthSettings settings;
  private final InstantSource clock;
  private final VerifiedCache verified;
  private final FailedLogins failedLogins;
  private final LoadingCache<X509Certificate, CertificateName> certificates =
      CertificateName.cache();

  /** Passwords being checked: the same one is not checked twice at a time. */
  private final Map<ByteBuffer, Future<Principal>> pending = new ConcurrentHashMap<>();

  /**
   * An authenticator.
   *
   * @param credentials the credentials as they are now
   * @param passwords checks what people chose
   * @param settings how strict it is
   * @param clock tells whether a secret has expired
   * @param ticker nanoseconds that only grow
   * @param random a {@link java.security.SecureRandom}
   */
  public Authenticator(
      Credentials credentials,
      Passwords passwords,
      AuthSettings settings,
      InstantSource clock,
      LongSupplier ticker,
      RandomGenerator random) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.settings = settings;
    this.clock = clock;
    this.verified = new VerifiedCache(random, ticker);
    this.failedLogins = new FailedLogins(settings.failedLogins(), ticker);
  }

  /**
   * Finds the principal.
   *
   * @return the principal; fails with {@link AuthFailure}
   */
  public Future<Principal> authenticate(Presented presented) {
    if (presented.nothing()) {
      return settings.anonymous()
          ? Future.succeededFuture(Principal.ANONYMOUS)
          : Future.failedFuture(AuthFailure.refused("credentials are needed"));
    }
    String authorization = presented.authorization();
    String apiKey = presented.apiKey();
    if (authorization == null && apiKey == null) {
      return byCertificate(presented);
    }
    ByteBuffer name = verified.name(authorization != null ? "A" + authorization : "K" + apiKey);
    Optional<Principal> known = remembered(name, presented.address());
    return known.isPresent()
        ? Future.succeededFuture(known.get())
        : check(name, authorization, apiKey, presented.address());
  }

  private Optional<Principal> remembered(ByteBuffer name, InetAddress address) {
    Verified entry = verified.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    Optional<Principal> principal =
        credentials
            .byId(entry.credentialId())
            .filter(known -> holds(entry, known))
            .flatMap(known -> admit(known, address));
    if (principal.isEmpty()) {
      verified.remove(name);
    }
    return principal;
  }

  private boolean holds(Verified entry, KnownCredential known) {
    return entry.password()
        ? known.passwordHash().filter(entry.verifier()::equals).isPresent()
        : secret(known, entry.verifier()).isPresent();
  }

  private Optional<StoredSecret> secret(KnownCredential known, String keyId) {
    for (StoredSecret secret : known.secrets()) {
      boolean open =
          secret.keyId().equals(keyId)
              && (secret.expires().isEmpty() || clock.instant().isBefore(secret.expires().get()));
      if (open) {
        return Optional.of(secret);
      }
    }
    return Optional.empty();
  }

  private static Optional<Principal> admit(KnownCredential known, InetAddress address) {
    boolean here =
        known.allowFrom().isEmpty()
            || known.allowFrom().stream().anyMatch(range -> range.contains(address));
    return known.usable() && here
        ? Optional.of(new Principal(known.credentialId(), known.memberId()))
        : Optional.empty();
  }

  private Future<Principal> check(
      ByteBuffer name,
      @Nullable String authorization,
      @Nullable String apiKey,
      InetAddress address) {
    Optional<CredentialText> text =
        authorization != null
            ? CredentialText.ofAuthorization(authorization)
            : CredentialText.ofToken(apiKey == null ? "" : apiKey);
    if (text.isEmpty()) {
      return refuse(address);
    }
    Optional<String> keyId = SecretFactory.keyId(text.get().secret());
    return keyId.isPresent()
        ? checkSecret(name, text.get(), keyId.get(), address)
        : checkPassword(name, text.get(), address);
  }

  private Future<Principal> checkSecret(
      ByteBuffer name, CredentialText text, String keyId, InetAddress address) {
    byte[] sha256 = SecretFactory.sha256(text.secret());
    Optional<KnownCredential> known =
        credentials
            .byKeyId(keyId)
            .filter(found -> text.user().isEmpty() || text.user().equals(found.credentialId()))
            .filter(
                found ->
                    secret(found, keyId)
                        .filter(stored -> MessageDigest.isEqual(stored.sha256(), sha256))
                        .isPresent());
    Optional<Principal> principal = known.flatMap(found -> admit(found, address));
    if (principal.isEmpty()) {
      return refuse(address);
    }
    verified.put(name, new Verified(principal.get().credentialId(), false, keyId));
    return Future.succeededFuture(principal.get());
  }

  private Future<Principal> checkPassword(
      ByteBuffer name, CredentialText text, InetAddress address) {
    Future<Principal> running = pending.get(name);
    if (running != null) {
      return running.compose(
          principal ->
              remembered(name, address)
                  .map(Future::succeededFuture)
                  .orElseGet(() -> refuse(address)));
    }
    Duration blocked = failedLogins.blocked(address);
    if (!blocked.isZero()) {
      return Future.failedFuture(AuthFailure.tooMany(blocked));
    }
    failedLogins.failed(address);
    Future<Principal> checked =
        passwordOf(name, text, address)
            .onFailure(
                failure -> {
                  if (!(failure instanceof AuthFailure known) || known.kind() != Kind.REFUSED) {
                    failedLogins.forgive(address);
                  }
                })
            .onSuccess(principal -> failedLogins.forgive(address));
    pending.put(name, checked);
    return checked.eventually(
        () -> {
          pending.remove(name);
          return Future.succeededFuture();
        });
  }

  private Future<Principal> passwordOf(ByteBuffer name, CredentialText text, InetAddress address) {
    Optional<KnownCredential> known = credentials.byId(text.user());
    Optional<String> hash = known.flatMap(KnownCredential::passwordHash);
    return passwords
        .check(text.secret(), hash)
        .map(
            right -> {
              Principal principal =
                  known
                      .filter(found -> right)
                      .flatMap(found -> admit(found, address))
                      .orElseThrow(() -> AuthFailure.refused(WRONG));
              verified.put(name, new Verified(principal.credentialId(), true, hash.orElseThrow()));
              return principal;
            });
  }

  private Future<Principal> byCertificate(Presented presented) {
    CertificateName name = certificates.get(presented.certificate().orElseThrow());
    return credentials
        .byCertificate(name.sha256(), name.subject())
        .flatMap(known -> admit(known, presented.address()))
        .map(Future::succeededFuture)
        .orElseGet(() -> refuse(presented.address()));
  }

  private Future<Principal> refuse(InetAddress address) {
    Duration blocked = failedLogins.blocked(address);
    if (!blocked.isZero()) {
      return Future.failedFuture(AuthFailure.tooMany(blocked));
    }
    failedLogins.failed(address);
    return Future.failedFuture(AuthFailure.refused(WRONG));
  }
}
