// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.HashSet;
import java.util.Set;

/** The names of the members of the envelope itself. */
final class EnvelopeNames {
  /** The most members that an envelope may have. */
  static final int MOST = 1_000;

  private final Set<String> names = new HashSet<>();
  private long twice = -1;
  private boolean tooMany;

  /** One more name, at an offset. */
  void add(String name, long at) {
    if (names.size() == MOST) {
      tooMany = true;
    } else if (!names.add(name) && twice < 0) {
      twice = at;
    }
  }

  /** A name that is too long to be kept. */
  void addLong() {
    tooMany = true;
  }

  /** Whether a name was there. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** The offset of the first name that was there before, or -1. */
  long twice() {
    return twice;
  }

  /** Whether there are more names, or longer ones, than an envelope may have. */
  boolean tooMany() {
    return tooMany;
  }
}
