// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;

/**
 * How a client behaves.
 *
 * @param userAgent names the program to the server
 * @param timeouts how long it waits
 * @param retry how often it tries
 * @param ca PEM certificates trusted instead of the platform's
 * @param plainHttp whether credentials may go over plain HTTP beyond this machine
 * @param page what one page of objects may take
 */
public record TaxiiOptions(
    String userAgent,
    Timeouts timeouts,
    RetryPolicy retry,
    Optional<Path> ca,
    boolean plainHttp,
    Limits page) {
  /**
   * How long a client waits.
   *
   * @param connect for a connection
   * @param silence for the next byte; once a body has begun, up to twice as long
   * @param completion for a submission whose count of pending objects stands still
   */
  public record Timeouts(Duration connect, Duration silence, Duration completion) {
    /** Ten seconds, two minutes, ten minutes. */
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(10));
  }

  /** What one object may take, here and in files: only what no memory holds is refused. */
  public static final ObjectLimits OBJECT =
      new ObjectLimits(128 << 20, 512, 128 << 20, 1_000, Integer.MAX_VALUE);

  /** A page of up to 1 GiB and a million objects: servers that know no limit send everything. */
  private static final Limits PAGE = new Limits(1L << 30, 1_000_000, 500_000, OBJECT);

  /** The defaults of everything, for a program of this name. */
  public static TaxiiOptions of(String userAgent) {
    return new TaxiiOptions(
        userAgent, Timeouts.DEFAULT, RetryPolicy.DEFAULT, Optional.empty(), false, PAGE);
  }

  /** The same with another patience. */
  public TaxiiOptions with(Timeouts timeouts, RetryPolicy retry) {
    return new TaxiiOptions(userAgent, timeouts, retry, ca, plainHttp, page);
  }

  /** The same with another trust. */
  public TaxiiOptions trusting(Optional<Path> ca, boolean plainHttp) {
    return new TaxiiOptions(userAgent, timeouts, retry, ca, plainHttp, page);
  }
}
