// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.observe;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the exchange is to be sent requests. Being alive is being able to answer at all, which
 * takes no check.
 */
public final class Health {
  /** Where the exchange stands between its start and its end. */
  public enum Phase {
    STARTING,
    SERVING,
    STOPPING
  }

  /**
   * The answer to a probe.
   *
   * @param ready whether requests are welcome
   * @param phase where the exchange stands
   * @param parts by name, whether each part answers
   */
  public record Readiness(boolean ready, Phase phase, Map<String, Boolean> parts) {}

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Supplier<Future<Void>>> checks;
  private final Duration patience;
  private volatile Phase phase = Phase.STARTING;
  private volatile Map<String, Boolean> told = Map.of();

  /**
   * Watches parts.
   *
   * @param checks by name; each is cheap, changes nothing, may be asked at any time by several, and
   *     fails or takes more than two seconds when its part is not ready
   */
  public Health(Map<String, Supplier<Future<Void>>> checks) {
    this(checks, PATIENCE);
  }

  Health(Map<String, Supplier<Future<Void>>> checks, Duration patience) {
    this.checks = Map.copyOf(checks);
    this.patience = patience;
  }

  /** Goes on to a phase; only in {@link Phase#SERVING} can the exchange be ready. */
  public void enter(Phase next) {
    phase = next;
  }

  /** Asks every part. Never fails. */
  public Future<Readiness> ready() {
    Future<Map<String, Boolean>> parts = Future.succeededFuture(new TreeMap<>());
    for (Map.Entry<String, Supplier<Future<Void>>> check : checks.entrySet()) {
      Future<Boolean> answer = ask(check.getKey(), check.getValue());
      parts =
          parts.compose(
              known ->
                  answer.map(
                      up -> {
                        known.put(check.getKey(), up);
                        return known;
                      }));
    }
    return parts.map(this::readiness);
  }

  private Readiness readiness(Map<String, Boolean> parts) {
    told = parts;
    Phase now = phase;
    boolean all = parts.values().stream().allMatch(up -> up);
    return new Readiness(now == Phase.SERVING && all, now, parts);
  }

  private Future<Boolean> ask(String name, Supplier<Future<Void>> check) {
    return started(check)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .map(true)
        .recover(
            down -> {
              tell(name, down);
              return Future.succeededFuture(false);
            });
  }

  /** Logs a part that went down, once and not at each probe. */
  private void tell(String name, Throwable down) {
    if (told.getOrDefault(name, true)) {
      LOG.atWarn().addKeyValue("part", name).setCause(down).log("not ready");
    }
  }

  private static Future<Void> started(Supplier<Future<Void>> check) {
    try {
      return check.get();
    } catch (RuntimeException broken) {
      return Future.failedFuture(broken);
    }
  }
}
