// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a client takes from the program around it.
 *
 * @param vertx runs its connections and timers
 * @param clock tells how long a server's date is away
 * @param random spreads repeated requests
 * @param notices receives sentences for the person who waits, without line end
 */
public record TaxiiRuntime(
    Vertx vertx, InstantSource clock, RandomGenerator random, Consumer<String> notices) {}
