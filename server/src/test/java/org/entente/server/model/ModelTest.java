// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.entente.server.store.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The exchange over its embedded store against rules that know no classes or rows. More histories:
 * {@code -Dentente.model.histories=350 -Dentente.model.seed=1000}; whether it would notice: {@code
 * -Dentente.model.mutants=true}.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class ModelTest {
  private static final int HISTORIES = Integer.getInteger("entente.model.histories", 16);
  private static final int FIRST = Integer.getInteger("entente.model.seed", 1);
  private static final int STEPS = Integer.getInteger("entente.model.steps", 250);
  private static final int SHRINKING = 400;

  /** So many histories are tried for a fault to be noticed. */
  private static final int TRIED = 150;

  @TempDir Path folder;
  private final AtomicInteger opened = new AtomicInteger();
  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Function<Instant, Exchange> exchange(UnaryOperator<Storage> around) {
    return start ->
        new StoredExchange(start, vertx, folder.resolve("data" + opened.incrementAndGet()), around);
  }

  @Test
  void run_storedExchange_keepsEveryPromise() {
    Function<Instant, Exchange> opening = exchange(UnaryOperator.identity());
    Tally tally = new Tally();
    for (int seed = FIRST; seed < FIRST + HISTORIES; seed++) {
      List<Step> steps = HistoryWriter.write(seed, STEPS);
      Optional<Broken> broken = Trial.run(steps, opening, tally);
      if (broken.isPresent()) {
        List<Step> few = Shrinker.shrink(steps, broken.get().promise(), opening, SHRINKING);
        fail(
            "history %d: %s%nthe shortest that breaks it so: %s%s",
            seed,
            broken.get(),
            Trial.run(few, opening, new Tally()).map(Broken::getMessage).orElse(""),
            Shrinker.lines(few));
      }
      tally.histories++;
    }
    System.out.println("the stored exchange: " + tally);
    assertThat(tally.delivered).isGreaterThan(tally.histories * 20);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  @EnabledIfSystemProperty(named = "entente.model.mutants", matches = "true")
  void run_exchangeWithAFault_isNoticed(Fault fault) {
    Function<Instant, Exchange> opening = exchange(storage -> new Tampered(storage, fault));
    Optional<Broken> broken = Optional.empty();
    int seed = FIRST;
    while (broken.isEmpty() && seed < FIRST + TRIED) {
      broken = Trial.run(HistoryWriter.write(seed++, STEPS), opening, new Tally());
    }
    System.out.println(fault + " after " + (seed - FIRST) + " histories: " + broken.orElse(null));
    assertThat(broken).isPresent();
  }
}
