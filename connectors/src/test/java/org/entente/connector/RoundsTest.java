// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final int MANY = 200_000;

  @Test
  void run_manyRoundsThatAreDoneAtOnce_doesNotOverflow() {
    AtomicInteger rounds = new AtomicInteger();

    Future<Void> ended = Rounds.run(() -> Future.succeededFuture(rounds.incrementAndGet() < MANY));

    assertThat(ended.succeeded()).isTrue();
    assertThat(rounds).hasValue(MANY);
  }

  @Test
  void run_manyRoundsThatAreDoneLater_doesNotOverflow() throws Exception {
    Vertx vertx = Vertx.vertx();
    AtomicInteger rounds = new AtomicInteger();

    Future<Void> ended =
        Rounds.run(
            () ->
                Future.future(
                    round ->
                        vertx.runOnContext(
                            later -> round.complete(rounds.incrementAndGet() < MANY))));

    ended.await(60, TimeUnit.SECONDS);
    assertThat(rounds).hasValue(MANY);
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void run_stepThatFails_isTheLast() {
    IllegalStateException broken = new IllegalStateException("broken");

    assertThat(Rounds.run(() -> Future.failedFuture(broken)).cause()).isSameAs(broken);
    assertThat(
            Rounds.run(
                    () -> {
                      throw broken;
                    })
                .cause())
        .isSameAs(broken);
  }
}
