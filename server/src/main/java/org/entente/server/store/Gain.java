// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.Set;

/**
 * For its readers, the rows up to number {@code n} of its classes that stood above {@code low}
 * stand at {@code base + row.n}.
 *
 * @param gain its number, growing
 * @param collection the collection's id
 * @param base the position before the first place set aside
 * @param n the collection's rows when it was made
 * @param low rows that stood at or below this keep their place; -1 when all are placed anew
 * @param classes by number
 * @param readers credentials' ids
 */
public record Gain(
    long gain,
    String collection,
    long base,
    long n,
    long low,
    Set<Integer> classes,
    Set<String> readers) {}
