// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.server.auth.AuthFailure;
import org.entente.server.auth.Rate;
import org.entente.server.auth.SecretFactory;
import org.junit.jupiter.api.Test;

class TokenDoorTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final SecretFactory secrets = new SecretFactory(RandomGenerator.of("L64X128MixRandom"));
  private final SecretFactory.NewSecret first = secrets.create();
  private final SecretFactory.NewSecret own = secrets.create();
  private final List<String> used = new ArrayList<>();
  private final FakeExchange exchange = new FakeExchange();
  private long nanos;
  private boolean firstIsVoid;
  private Optional<Instant> expires = Optional.empty();

  private final TokenDoor door =
      new TokenDoor(
          new Administrators() {
            @Override
            public Optional<Known> byKeyId(String keyId) {
              return keyId.equals(own.keyId())
                  ? Optional.of(new Known("ana", Set.of(Role.HUB_AUDITOR), own.sha256(), expires))
                  : Optional.empty();
            }

            @Override
            public Optional<byte[]> firstToken() {
              return firstIsVoid ? Optional.empty() : Optional.of(first.sha256());
            }

            @Override
            public Future<Void> used(String administrator) {
              used.add(administrator);
              return Future.succeededFuture();
            }
          },
          new WrongTokens(Rate.perMinute(3), exchange, () -> nanos),
          () -> NOW);

  private Optional<Operator> admit(String token) {
    return door.admit(token, InetAddress.getLoopbackAddress()).result();
  }

  @Test
  void admit_firstToken_mayDoEverything() {
    assertThat(admit(first.text())).contains(Operator.FIRST);
    assertThat(used).isEmpty();
  }

  @Test
  void admit_firstTokenThatIsVoid_opensNothing() {
    firstIsVoid = true;

    assertThat(admit(first.text())).isEmpty();
  }

  @Test
  void admit_ownSecret_isThatAdministrator() {
    assertThat(admit(own.text())).contains(new Operator("ana", Set.of(Role.HUB_AUDITOR)));
    assertThat(used).containsExactly("ana");
  }

  @Test
  void admit_secretAtItsExpiry_opensNothing() {
    expires = Optional.of(NOW);

    assertThat(admit(own.text())).isEmpty();
    assertThat(used).isEmpty();
  }

  @Test
  void admit_rightKeyWithAnotherSecret_opensNothing() {
    String forged = own.text().substring(0, own.text().length() - 1) + "!";
    String near =
        own.text().substring(0, own.text().length() - 1) + (own.text().endsWith("0") ? "1" : "0");

    assertThat(admit(forged)).isEmpty();
    assertThat(admit(near)).isEmpty();
    assertThat(admit("")).isEmpty();
  }

  @Test
  void admit_afterTooManyWrongOnes_refusesAnotherGuessAndTakesTheRightOne() {
    for (int i = 0; i < 3; i++) {
      assertThat(admit("guess" + i)).isEmpty();
    }

    var refused = door.admit("another guess", InetAddress.getLoopbackAddress());

    assertThat(refused.cause()).isInstanceOf(AuthFailure.class);
    assertThat(admit(own.text())).isPresent();
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(admit("another guess")).isEmpty();
  }

  @Test
  void admit_wrongOnes_areAuditedButFewOfThemAMinute() throws Exception {
    for (int i = 0; i < 40; i++) {
      InetAddress from = InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) i});
      assertThat(door.admit("guess", from).result()).isEmpty();
    }

    var written = exchange.records(0, 100).result();

    assertThat(written).hasSize(10);
    assertThat(written.get(0).entry().action()).isEqualTo("login-failed");
  }
}
