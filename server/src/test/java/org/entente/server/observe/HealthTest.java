// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Supplier<Future<Void>> UP = Future::succeededFuture;

  @Test
  void ready_beforeAndAfterServing_isFalse() throws Exception {
    Health health = new Health(Map.of("store", UP));

    assertThat(answer(health))
        .isEqualTo(new Health.Readiness(false, Health.Phase.STARTING, Map.of("store", true)));
    health.enter(Health.Phase.SERVING);
    assertThat(answer(health).ready()).isTrue();
    health.enter(Health.Phase.STOPPING);
    assertThat(answer(health).ready()).isFalse();
  }

  @Test
  void ready_partThatFailsThrowsOrHangs_isFalseAndNamesIt() throws Exception {
    Health health =
        new Health(
            Map.of(
                "up",
                UP,
                "fails",
                () -> Future.failedFuture("down"),
                "throws",
                HealthTest::broken,
                "hangs",
                () -> Promise.<Void>promise().future()),
            Duration.ofMillis(20));
    health.enter(Health.Phase.SERVING);

    Health.Readiness readiness = answer(health);

    assertThat(readiness.ready()).isFalse();
    assertThat(readiness.parts())
        .isEqualTo(Map.of("up", true, "fails", false, "throws", false, "hangs", false));
  }

  private static Future<Void> broken() {
    throw new IllegalStateException("broken");
  }

  private static Health.Readiness answer(Health health) throws Exception {
    return health.ready().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
