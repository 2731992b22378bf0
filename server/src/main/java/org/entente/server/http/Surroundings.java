// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.http;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.entente.server.observe.Metrics;

/**
 * What the listeners take from around them.
 *
 * @param clock tells whether certificates hold
 * @param ticker nanoseconds that only grow
 * @param random names requests and errors; many threads use it
 * @param compressors runs what would keep an event loop too long
 * @param metrics counts requests
 */
public record Surroundings(
    InstantSource clock,
    LongSupplier ticker,
    RandomGenerator random,
    Executor compressors,
    Metrics metrics) {}
