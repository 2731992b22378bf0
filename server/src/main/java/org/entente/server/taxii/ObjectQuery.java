// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.List;
import java.util.Optional;

/**
 * What a request asks of a collection (TAXII 2.1 §3.4). Different fields are joined by "and", the
 * terms within one by "or"; an empty list asks for nothing in particular.
 *
 * @param addedAfter only rows strictly after this position, microseconds since the epoch
 * @param limit at most so many rows, from 1 to the server's cap
 * @param next the token of an earlier page as sent; absent once its position is in {@code
 *     addedAfter}
 * @param ids STIX ids as sent
 * @param types STIX types
 * @param specVersions such as {@code 2.1}; empty means the latest that the server has
 * @param versions which versions of each object
 */
public record ObjectQuery(
    Optional<Long> addedAfter,
    int limit,
    Optional<String> next,
    List<String> ids,
    List<String> types,
    List<String> specVersions,
    VersionMatch versions) {
  /** Copies what is given. */
  public ObjectQuery {
    ids = List.copyOf(ids);
    types = List.copyOf(types);
    specVersions = List.copyOf(specVersions);
  }

  /** The same question from another position on; the token is used up. */
  public ObjectQuery from(Optional<Long> position) {
    return new ObjectQuery(position, limit, Optional.empty(), ids, types, specVersions, versions);
  }
}
