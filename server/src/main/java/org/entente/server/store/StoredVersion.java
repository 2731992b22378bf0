// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store;

import java.util.List;
import java.util.Map;
import org.entente.stix.StixId;
import org.entente.stix.StixTimestamp;

/**
 * One accepted version of an object, without its bytes.
 *
 * @param vid its number, growing in the order of acceptance
 * @param id the object
 * @param version {@code modified}, else {@code created}, else the constant
 * @param owner the member who owns the id, or who brought this variant or shadow
 * @param shadow whether it is the private copy of somebody who may not version the id
 * @param deleted whether it was taken out again
 * @param hash SHA-256 of the bytes
 * @param facts what the rules need, in the exchange's own form
 * @param references what it refers to
 * @param placements by collection, who brought it there, in the exchange's own form
 * @param rows its rows that stand now
 */
public record StoredVersion(
    long vid,
    StixId id,
    StixTimestamp version,
    String owner,
    boolean shadow,
    boolean deleted,
    byte[] hash,
    byte[] facts,
    List<StoredReference> references,
    Map<String, byte[]> placements,
    List<StoredRow> rows) {}
