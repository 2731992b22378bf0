// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.Set;

/**
 * For its readers, the rows up to number {@code n} of its classes stand at {@code base + row.n}.
 *
 * @param gain its number, growing
 * @param collection the collection's id
 * @param base the position before the first place set aside
 * @param n the collection's rows when it was made
 * @param classes by number
 * @param readers credentials' ids
 */
public record Gain(
    long gain, String collection, long base, long n, Set<Integer> classes, Set<String> readers) {}
