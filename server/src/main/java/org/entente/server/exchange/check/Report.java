// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.check;

import java.util.List;
import java.util.Optional;
import org.entente.server.store.Inspection;

/**
 * What a check has come to.
 *
 * @param kinds what is wrong, most first; none when everything is right
 * @param passedOver objects that were not derived anew, since more refers to them than fits in a
 *     commit; what refers to them was
 * @param size how much was looked at; empty when the file could not be read so far
 */
public record Report(List<Kind> kinds, Optional<Kind> passedOver, Optional<Inspection.Size> size) {
  /**
   * Findings of one kind.
   *
   * @param kind in kebab case
   * @param count how many
   * @param examples the first few
   */
  public record Kind(String kind, long count, List<String> examples) {}

  /** A file that is no sound database, so that nothing in it can be compared. */
  public static Report ofFile(List<String> damages) {
    return new Report(
        List.of(new Kind("file", damages.size(), damages)), Optional.empty(), Optional.empty());
  }

  /** Whether everything that is kept follows from what it is derived from. */
  public boolean clean() {
    return kinds.isEmpty();
  }
}
