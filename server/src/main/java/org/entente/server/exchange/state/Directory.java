// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.entente.server.auth.Credentials;
import org.entente.server.auth.KnownCredential;
import org.entente.server.auth.StoredSecret;
import org.entente.server.config.AddressRange;
import org.entente.server.policy.Community;
import org.entente.server.resource.Credential;
import org.entente.server.taxii.Position;

/** The credentials and their secrets as they are now, for whoever has to know who asks. */
public final class Directory implements Credentials {
  private static final String SHA256 = "sha256:";
  private static final String SUBJECT = "subject:";

  private final Knowledge knowledge;
  private final InstantSource clock;
  private volatile Index index;

  private record Entry(Credential credential, KnownCredential known) {}

  private record Index(
      Community community,
      Map<String, Entry> byId,
      Map<String, Entry> byKey,
      Map<String, Entry> byCertificate,
      Map<X500Principal, Entry> bySubject) {}

  /** A directory of what is known. */
  public Directory(Knowledge knowledge, InstantSource clock) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.index = index(knowledge.now());
  }

  @Override
  public Optional<KnownCredential> byId(String credentialId) {
    return Optional.ofNullable(current().byId.get(credentialId)).map(this::today);
  }

  @Override
  public Optional<KnownCredential> byKeyId(String keyId) {
    return Optional.ofNullable(current().byKey.get(keyId)).map(this::today);
  }

  @Override
  public Optional<KnownCredential> byCertificate(String sha256, X500Principal subject) {
    Index now = current();
    Entry entry = now.byCertificate.get(sha256);
    return Optional.ofNullable(entry != null ? entry : now.bySubject.get(subject)).map(this::today);
  }

  private KnownCredential today(Entry entry) {
    KnownCredential known = entry.known;
    boolean over =
        entry.credential.expires().filter(end -> !clock.instant().isBefore(end)).isPresent();
    return over
        ? new KnownCredential(
            known.credentialId(),
            known.memberId(),
            false,
            known.secrets(),
            known.passwordHash(),
            known.allowFrom())
        : known;
  }

  private Index current() {
    Snapshot now = knowledge.now();
    Index known = index;
    if (known.community != now.community()) {
      known = index(now);
      index = known;
    }
    return known;
  }

  private static Index index(Snapshot now) {
    Map<String, Entry> byId = new HashMap<>();
    Map<String, Entry> byKey = new HashMap<>();
    Map<String, Entry> byCertificate = new HashMap<>();
    Map<X500Principal, Entry> bySubject = new HashMap<>();
    for (Credential credential : now.community().credentials()) {
      Entry entry = entry(now, credential);
      byId.put(credential.id(), entry);
      entry.known.secrets().forEach(secret -> byKey.put(secret.keyId(), entry));
      for (String certificate : credential.certificates()) {
        if (certificate.startsWith(SUBJECT)) {
          subject(certificate.substring(SUBJECT.length()))
              .ifPresent(name -> bySubject.putIfAbsent(name, entry));
        } else if (certificate.startsWith(SHA256)) {
          String hash = certificate.substring(SHA256.length()).toLowerCase(Locale.ROOT);
          byCertificate.putIfAbsent(hash, entry);
        }
      }
    }
    return new Index(now.community(), byId, byKey, byCertificate, bySubject);
  }

  /** A name that cannot be read is no certificate's. */
  private static Optional<X500Principal> subject(String rfc4514) {
    try {
      return Optional.of(new X500Principal(rfc4514));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Entry entry(Snapshot now, Credential credential) {
    List<StoredSecret> secrets = new ArrayList<>();
    Optional<String> password = Optional.empty();
    for (org.entente.server.store.StoredSecret kept :
        now.secrets().getOrDefault(credential.id(), List.of())) {
      Verifier verifier = Verifier.parse(kept.verifier());
      if (verifier.password()) {
        password = Optional.of(verifier.hash());
      } else {
        secrets.add(
            new StoredSecret(
                kept.key(), HexFormat.of().parseHex(verifier.hash()), end(kept.expires())));
      }
    }
    boolean active = now.community().reader(credential.id()).isPresent();
    return new Entry(
        credential,
        new KnownCredential(
            credential.id(),
            credential.member(),
            active,
            secrets,
            password,
            credential.allowFrom().stream().map(AddressRange::parse).toList()));
  }

  private static Optional<Instant> end(long expires) {
    return expires == Long.MAX_VALUE ? Optional.empty() : Optional.of(Position.instant(expires));
  }
}
