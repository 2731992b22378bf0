// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.store.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.store.Gain;

/** What one commit has changed so far. */
final class Changes {
  /** The position from which the commit holds. */
  final long at;

  /** New versions by their keys in the plan. */
  final Map<Integer, Kept> versions = new HashMap<>();

  final Map<String, Set<Long>> touched = new HashMap<>();
  final Map<String, Long> tails = new HashMap<>();
  final List<Gain> gains = new ArrayList<>();

  /** The last position given out so far. */
  long position;

  Changes(long at) {
    this.at = at;
    this.position = at;
  }

  /** What of a version is kept with its rows. */
  record Kept(long vid, long oid, byte[] stamp) {}

  /** A new version as plans name them, by a negative number. */
  Kept added(long version) {
    Kept kept = versions.get((int) (-1 - version));
    if (kept == null) {
      throw new IllegalArgumentException("the plan has no version " + version);
    }
    return kept;
  }
}
