// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.time.Instant;

/**
 * Something that a curator should see.
 *
 * @param number counts up, with gaps
 * @param kind {@code shadow}: a member brought a version of an id that belongs to somebody else
 * @param at when
 * @param member who brought it
 * @param object the object's id
 * @param version which version
 */
public record CurationItem(
    long number, String kind, Instant at, String member, String object, String version) {}
