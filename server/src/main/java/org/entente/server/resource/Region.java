// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A named set of countries.
 *
 * @param id its name
 * @param countries ISO 3166-1 alpha-2 codes
 * @param validFrom from when it holds, inclusive
 * @param validUntil until when it holds, exclusive
 */
public record Region(
    String id, Set<String> countries, Optional<Instant> validFrom, Optional<Instant> validUntil)
    implements Resource {
  @Override
  public Kind kind() {
    return Kind.REGION;
  }
}
