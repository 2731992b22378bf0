// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.entente.server.exchange.Auditing;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.Snapshot;
import org.entente.server.exchange.state.Verifier;
import org.entente.server.store.Checkpoints;
import org.entente.server.store.StoredSecret;
import org.entente.server.taxii.Position;
import org.jspecify.annotations.Nullable;

/**
 * The administrators as the exchange knows them, and the first token until two of them are at work.
 */
public final class StoredAdministrators implements Administrators {
  private static final String TOKEN = "admin-token";
  private static final String USED = "admin-used";
  private static final String OPERATOR = "operator";
  private static final int ENOUGH = 2;

  private final Knowledge knowledge;
  private final Checkpoints checkpoints;
  private final Auditing auditing;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private volatile byte @Nullable [] token;

  /**
   * Administrators.
   *
   * @param knowledge what is known of them
   * @param checkpoints what outlives the node
   * @param auditing is told of those who come for the first time
   */
  public StoredAdministrators(Knowledge knowledge, Checkpoints checkpoints, Auditing auditing) {
    this.knowledge = knowledge;
    this.checkpoints = checkpoints;
    this.auditing = auditing;
  }

  /**
   * Takes over what is kept, and keeps the first token if none is kept yet.
   *
   * @param fresh SHA-256 of a new token
   * @return whether the new token is the one, so that it has to be given to the operator
   */
  public Future<Boolean> load(byte[] fresh) {
    return checkpoints
        .get(USED)
        .compose(
            kept -> {
              kept.map(StoredAdministrators::names).ifPresent(used::addAll);
              return checkpoints.putIfAbsent(TOKEN, fresh);
            })
        .map(
            kept -> {
              token = kept;
              return MessageDigest.isEqual(kept, fresh);
            });
  }

  /**
   * Keeps another first token in place of the one there was, to hold until two administrators have
   * used secrets once more. To be called by whoever has the data, while nothing runs on it.
   *
   * @param fresh SHA-256 of the new token
   */
  public Future<Void> renew(byte[] fresh) {
    return auditing
        .note(OPERATOR, "first-token", "admin.token", Map.of("first_token", "valid"))
        .compose(noted -> checkpoints.put(TOKEN, fresh))
        .compose(kept -> checkpoints.put(USED, new byte[0]));
  }

  private static Set<String> names(byte[] kept) {
    return kept.length == 0
        ? Set.of()
        : Set.of(new String(kept, StandardCharsets.UTF_8).split(" "));
  }

  @Override
  public Optional<Known> byKeyId(String keyId) {
    Snapshot now = knowledge.now();
    for (Map.Entry<String, Set<String>> administrator : now.administrators().entrySet()) {
      String holder = Snapshot.ADMINISTRATOR + administrator.getKey();
      for (StoredSecret secret : now.secrets().getOrDefault(holder, List.of())) {
        if (secret.key().equals(keyId)) {
          return Optional.of(known(administrator.getKey(), administrator.getValue(), secret));
        }
      }
    }
    return Optional.empty();
  }

  private static Known known(String id, Set<String> roles, StoredSecret secret) {
    return new Known(
        id,
        roles.stream().flatMap(role -> Role.parse(role).stream()).collect(Collectors.toSet()),
        HexFormat.of().parseHex(Verifier.parse(secret.verifier()).hash()),
        secret.expires() == Long.MAX_VALUE
            ? Optional.empty()
            : Optional.of(Position.instant(secret.expires())));
  }

  @Override
  public Optional<byte[]> firstToken() {
    return used.size() >= ENOUGH ? Optional.empty() : Optional.ofNullable(token);
  }

  @Override
  public Future<Void> used(String administrator) {
    if (used.size() >= ENOUGH || !used.add(administrator)) {
      return Future.succeededFuture();
    }
    boolean over = used.size() >= ENOUGH;
    return checkpoints
        .put(USED, String.join(" ", used).getBytes(StandardCharsets.UTF_8))
        .compose(
            kept ->
                auditing.note(
                    administrator,
                    "first-use",
                    administrator,
                    Map.of("first_token", over ? "void" : "valid")));
  }
}
