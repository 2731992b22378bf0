// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.connector.taxii.CollectionUrl;

/**
 * What to pull, and where to.
 *
 * @param collection what to read
 * @param types only objects of these types; empty for all
 * @param limit the most objects to take, when bounded
 * @param format how they are written
 * @param out the file to write; standard output when absent
 * @param cursor where the place is kept, so that the next run goes on from it
 */
public record PullRequest(
    CollectionUrl collection,
    List<String> types,
    OptionalLong limit,
    Format format,
    Optional<Path> out,
    Optional<Path> cursor) {
  /** Sorts the types: their order means nothing. */
  public PullRequest {
    types = types.stream().distinct().sorted().toList();
  }
}
