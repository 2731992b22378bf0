// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;
import java.util.List;

/**
 * Readers who were given sight of stored objects.
 *
 * @param number counts up
 * @param at when
 * @param collection the collection's id
 * @param credentials who
 * @param objects how many heads of the collection that was
 */
public record GainRecord(
    long number, Instant at, String collection, List<String> credentials, long objects) {}
