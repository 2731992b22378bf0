// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixTimestamp;

/**
 * Which versions of an object are wanted, {@code match[version]} (TAXII 2.1 §3.4.1). What is set is
 * joined by "or"; {@code all} stands alone.
 *
 * @param all every version
 * @param first the earliest version
 * @param last the latest version
 * @param exact the versions at these instants
 */
public record VersionMatch(boolean all, boolean first, boolean last, Set<Instant> exact) {
  /** The latest version only, the protocol's default. */
  public static final VersionMatch LAST = new VersionMatch(false, false, true, Set.of());

  /** The earliest version only. */
  public static final VersionMatch FIRST = new VersionMatch(false, true, false, Set.of());

  /** Every version. */
  public static final VersionMatch ALL = new VersionMatch(true, false, false, Set.of());

  /** Copies what is given. */
  public VersionMatch {
    exact = Set.copyOf(exact);
  }

  /**
   * Reads the terms of the parameter; empty when one is unknown, repeated or beside {@code all}.
   */
  static Optional<VersionMatch> parse(Iterable<String> terms) {
    boolean all = false;
    boolean first = false;
    boolean last = false;
    int count = 0;
    int distinct = 0;
    Set<Instant> exact = new LinkedHashSet<>();
    for (String term : terms) {
      count++;
      switch (term) {
        case "all" -> all = true;
        case "first" -> first = true;
        case "last" -> last = true;
        default -> {
          Optional<StixTimestamp> at = StixTimestamp.parse(term);
          if (at.isEmpty()) {
            return Optional.empty();
          }
          exact.add(at.get().instant());
        }
      }
      int found = exact.size() + (all ? 1 : 0) + (first ? 1 : 0) + (last ? 1 : 0);
      if (found == distinct) {
        return Optional.empty();
      }
      distinct = found;
    }
    return all && count > 1
        ? Optional.empty()
        : Optional.of(new VersionMatch(all, first, last, exact));
  }
}
