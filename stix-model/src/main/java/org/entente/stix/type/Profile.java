// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Locale;
import java.util.Optional;
import org.entente.stix.type.table.Strength;

/** How strictly objects are held against the standard. */
public enum Profile {
  /** Refuses what cannot be stored and warns of what the standard forbids. */
  LENIENT,
  /** Refuses what the standard forbids and warns of what it advises against. */
  STANDARD,
  /** Refuses what the standard advises against and what the interoperability tests miss. */
  STRICT;

  /** What comes of a demand that is not met; empty when nothing does. */
  public Optional<Level> level(Strength strength) {
    return Optional.ofNullable(
        switch (strength) {
          case STORAGE -> Level.ERROR;
          case MUST -> this == LENIENT ? Level.WARNING : Level.ERROR;
          case SHOULD -> this == LENIENT ? null : this == STANDARD ? Level.WARNING : Level.ERROR;
          case INTEROP -> this == STRICT ? Level.ERROR : null;
          case ADVICE -> this == LENIENT ? null : Level.WARNING;
          case DEPRECATED, HINT -> this == STRICT ? Level.WARNING : null;
        });
  }

  /** In lower case, as configuration and commands write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
