// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.time.Instant;

/**
 * Where a reader stopped: the content of a {@code next} (TAXII 2.1 §3.5). It holds a position only;
 * filters and rights are those of the request that brings it.
 *
 * @param position the last row that the reader has, microseconds since the epoch
 * @param collection the id of the collection
 * @param member the member that it was given to
 * @param issued when; whole seconds are kept
 */
public record Cursor(long position, String collection, String member, Instant issued) {}
