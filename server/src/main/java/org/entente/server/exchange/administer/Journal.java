// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.administer;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.entente.server.exchange.Auditing;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.observe.audit.HeadKey;
import org.entente.server.observe.audit.SignedHead;
import org.entente.server.store.AuditRecord;
import org.entente.server.store.Storage;

/** The audit chain of a store, and its heads signed by the key that the store keeps. */
public final class Journal implements Auditing {
  private static final String KEY = "audit-key";
  private static final String DAY = "audit-head-";

  private final Storage storage;
  private final Rules rules;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * A journal.
   *
   * @param knowledge what is known of the exchange
   * @param storage where it is kept
   * @param random makes the key, once
   * @param clock says when a head was signed, and on which day
   */
  public Journal(Knowledge knowledge, Storage storage, SecureRandom random, InstantSource clock) {
    this.storage = storage;
    this.rules = new Rules(knowledge, storage.objects());
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Future<List<AuditRecord>> records(long after, int limit) {
    return storage.audit().read(after, limit);
  }

  @Override
  public Future<SignedHead> head() {
    return key()
        .compose(key -> storage.audit().head().map(last -> key.sign(last, clock.instant())));
  }

  private Future<HeadKey> key() {
    return storage
        .checkpoints()
        .get(KEY)
        .compose(
            kept ->
                kept.map(Future::succeededFuture)
                    .orElseGet(
                        () -> storage.checkpoints().putIfAbsent(KEY, HeadKey.create(random))))
        .map(HeadKey::of);
  }

  @Override
  public Future<SignedHead> daily() {
    Instant now = clock.instant();
    String name = DAY + now.atOffset(ZoneOffset.UTC).toLocalDate();
    return storage
        .checkpoints()
        .get(name)
        .compose(kept -> kept.map(Future::succeededFuture).orElseGet(() -> sign(name)))
        .map(kept -> SignedHead.parse(new String(kept, StandardCharsets.UTF_8)));
  }

  private Future<byte[]> sign(String name) {
    return head()
        .map(head -> head.json().encode().getBytes(StandardCharsets.UTF_8))
        .compose(text -> storage.checkpoints().putIfAbsent(name, text));
  }

  @Override
  public Future<Void> note(
      String actor, String action, String subject, Map<String, Object> detail) {
    return rules.secrets(List.of(), Entries.of(actor, action, subject, detail)).mapEmpty();
  }
}
