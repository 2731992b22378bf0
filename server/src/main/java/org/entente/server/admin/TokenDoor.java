// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.server.auth.AuthFailure;
import org.entente.server.auth.SecretFactory;

/**
 * Opens to the first token while it lives, and to administrators' own secrets. Who guesses has to
 * wait, and is written down.
 */
public final class TokenDoor implements AdminDoor {
  private final Administrators administrators;
  private final WrongTokens wrong;
  private final InstantSource clock;

  /**
   * A door.
   *
   * @param administrators the administrators as they are now
   * @param wrong what became of wrong tokens
   * @param clock tells whether a secret has expired
   */
  public TokenDoor(Administrators administrators, WrongTokens wrong, InstantSource clock) {
    this.administrators = administrators;
    this.wrong = wrong;
    this.clock = clock;
  }

  @Override
  public Future<Optional<Operator>> admit(String token, InetAddress from) {
    byte[] sha256 = SecretFactory.sha256(token);
    boolean first =
        administrators.firstToken().filter(kept -> MessageDigest.isEqual(kept, sha256)).isPresent();
    if (first) {
      return Future.succeededFuture(Optional.of(Operator.FIRST));
    }
    Optional<Administrators.Known> known =
        SecretFactory.keyId(token)
            .flatMap(administrators::byKeyId)
            .filter(found -> MessageDigest.isEqual(found.sha256(), sha256))
            .filter(found -> found.expires().filter(e -> !clock.instant().isBefore(e)).isEmpty());
    if (known.isEmpty()) {
      Duration wait = wrong.blocked(from);
      return wait.isZero()
          ? wrong.failed(from).map(Optional.empty())
          : Future.failedFuture(AuthFailure.tooMany(wait));
    }
    Operator operator = new Operator(known.get().id(), known.get().roles());
    return administrators.used(operator.name()).map(Optional.of(operator));
  }
}
