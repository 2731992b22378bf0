// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * A private copy of an object that its sender may not version.
 *
 * @param vid its number, growing in the order of acceptance
 * @param id the object
 * @param version which version of it
 * @param member who brought it, and alone reads it
 * @param position when, microseconds since the epoch
 */
public record Shadow(long vid, StixId id, StixTimestamp version, String member, long position) {}
