// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

import java.math.BigDecimal;

/** Narrows an observation expression (STIX 2.1 §9.5.1). */
public sealed interface Qualifier {
  /**
   * All of it is seen within a time.
   *
   * @param seconds the time, not negative; {@code 0} reads but means nothing
   */
  record Within(BigDecimal seconds) implements Qualifier {
    public Within {
      if (seconds.signum() < 0) {
        throw new IllegalArgumentException("a negative time");
      }
      seconds = seconds.stripTrailingZeros();
      seconds = seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
  }

  /**
   * It is seen several times.
   *
   * @param times how often, not negative; {@code 0} reads but means nothing
   */
  record Repeats(long times) implements Qualifier {
    public Repeats {
      if (times < 0) {
        throw new IllegalArgumentException("a negative count");
      }
    }
  }

  /**
   * It is seen from a time, inclusive, until another, exclusive.
   *
   * @param start the time from which
   * @param stop the time before which
   */
  record StartStop(Literal.Timestamp start, Literal.Timestamp stop) implements Qualifier {}
}
