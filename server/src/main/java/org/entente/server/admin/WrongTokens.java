// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.entente.server.auth.FailedLogins;
import org.entente.server.auth.Rate;
import org.entente.server.auth.RateLimits;
import org.entente.server.exchange.Auditing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrong tokens of administrators. An address may guess so often; failures are audited, no more of
 * them than a few a minute, since strangers must not make the audit log grow.
 */
public final class WrongTokens {
  private static final Logger LOG = LoggerFactory.getLogger(WrongTokens.class);
  private static final int RECORDS_A_MINUTE = 10;
  private static final String RECORDS = "records";

  private final FailedLogins perAddress;
  private final RateLimits records;
  private final Auditing auditing;
  private final AtomicLong unrecorded = new AtomicLong();

  /**
   * Watches.
   *
   * @param guesses how often an address may guess
   * @param auditing where failures are written
   * @param ticker nanoseconds that only grow
   */
  public WrongTokens(Rate guesses, Auditing auditing, LongSupplier ticker) {
    this.perAddress = new FailedLogins(guesses, ticker);
    this.records =
        new RateLimits(
            Optional.of(Rate.perMinute(RECORDS_A_MINUTE)),
            Optional.empty(),
            Optional.empty(),
            ticker);
    this.auditing = auditing;
  }

  /** How long an address has to wait; zero when it need not. */
  Duration blocked(InetAddress from) {
    return perAddress.blocked(from);
  }

  /** Takes note of a wrong token; what cannot be written does not change the answer. */
  Future<Void> failed(InetAddress from) {
    perAddress.failed(from);
    if (!records.request(RECORDS).isZero()) {
      unrecorded.incrementAndGet();
      return Future.succeededFuture();
    }
    Map<String, Object> detail = new TreeMap<>(Map.of("address", from.getHostAddress()));
    long before = unrecorded.getAndSet(0);
    if (before > 0) {
      detail.put("unrecorded", before);
    }
    return auditing
        .note("unknown", "login-failed", "administrator", detail)
        .otherwise(
            failure -> {
              LOG.warn("a failed login could not be audited", failure);
              return null;
            });
  }
}
