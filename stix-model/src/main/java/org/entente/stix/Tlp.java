// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix;

import java.util.Optional;

/** The levels of the Traffic Light Protocol, widest first; TLP 1 WHITE is CLEAR. */
public enum Tlp {
  CLEAR("CLEAR"),
  GREEN("GREEN"),
  AMBER("AMBER"),
  AMBER_STRICT("AMBER+STRICT"),
  RED("RED");

  private final String label;

  Tlp(String label) {
    this.label = label;
  }

  /** The level as resources and people write it: {@code AMBER+STRICT}. */
  public String label() {
    return label;
  }

  /** Whether this level is narrower than the other. */
  public boolean stricterThan(Tlp other) {
    return compareTo(other) > 0;
  }

  /** The stricter of the two. */
  public Tlp join(Tlp other) {
    return stricterThan(other) ? this : other;
  }

  /**
   * Reads a label.
   *
   * @param label as {@link #label()} prints it
   * @return the level, or empty
   */
  public static Optional<Tlp> parse(String label) {
    for (Tlp level : values()) {
      if (level.label.equals(label)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return label;
  }
}
