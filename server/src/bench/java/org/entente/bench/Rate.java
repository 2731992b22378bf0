// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.bench;

/**
 * What a load came to.
 *
 * @param answers answers in the measured time
 * @param units what the scripts counted in it
 * @param seconds the measured time
 * @param latency from the request's first byte to the answer's last
 * @param timeouts requests that had no answer within the limit
 */
record Rate(long answers, long units, double seconds, Histogram latency, long timeouts) {
  double answersPerSecond() {
    return answers / seconds;
  }

  double unitsPerSecond() {
    return units / seconds;
  }
}
