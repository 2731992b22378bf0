// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.server.auth.Credentials;
import org.entente.server.auth.KnownCredential;
import org.entente.server.auth.StoredSecret;
import org.entente.server.config.AddressRange;
import org.entente.server.policy.Community;
import org.entente.server.resource.Credential;
import org.entente.server.taxii.Position;

/** The credentials and their secrets as they are now, for whoever has to know who asks. */
public final class Directory implements Credentials {
  private final Knowledge knowledge;
  private final InstantSource clock;
  private volatile Index index;

  private record Entry(Credential credential, KnownCredential known) {}

  private record Index(
      Community community,
      Map<String, Entry> byId,
      Map<String, Entry> byKey,
      List<Entry> withCertificates) {}

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
  public Optional<KnownCredential> byCertificate(String sha256, String subject) {
    for (Entry entry : current().withCertificates) {
      if (entry.credential.certificates().contains("sha256:" + sha256)
          || entry.credential.certificates().contains("subject:" + subject)) {
        return Optional.of(today(entry));
      }
    }
    return Optional.empty();
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
    List<Entry> withCertificates = new ArrayList<>();
    for (Credential credential : now.community().credentials()) {
      Entry entry = entry(now, credential);
      byId.put(credential.id(), entry);
      entry.known.secrets().forEach(secret -> byKey.put(secret.keyId(), entry));
      if (!credential.certificates().isEmpty()) {
        withCertificates.add(entry);
      }
    }
    return new Index(now.community(), byId, byKey, withCertificates);
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
