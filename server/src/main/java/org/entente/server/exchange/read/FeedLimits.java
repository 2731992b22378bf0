// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.read;

/**
 * Bounds of reading.
 *
 * @param pageBytes a page ends before so many bytes
 * @param cacheBytes about how many bytes of pages are remembered
 */
public record FeedLimits(long pageBytes, long cacheBytes) {}
