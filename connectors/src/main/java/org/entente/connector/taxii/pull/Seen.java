// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.pull;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that a page asked for by time may repeat: those added at the time where it begins.
 *
 * @param added that time, when it is known
 * @param marks of the objects, oldest first
 */
record Seen(Optional<String> added, List<String> marks) {
  static final Seen NOTHING = new Seen(Optional.empty(), List.of());

  /** Beyond this many objects of one time, the oldest are forgotten and may be repeated. */
  private static final int MAX = 20_000;

  Seen {
    marks = List.copyOf(marks);
  }

  /**
   * After a page: its own objects, and those before it that were added at the same time as its
   * last.
   */
  Seen after(Optional<String> last, Collection<String> page) {
    if (page.isEmpty()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(last.equals(added) ? marks : List.of());
    all.addAll(page);
    List<String> kept = List.copyOf(all);
    return new Seen(last, kept.subList(Math.max(0, kept.size() - MAX), kept.size()));
  }
}
