// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.Locale;

/** What a finding means for its object. */
public enum Level {
  /** The object is refused. */
  ERROR,
  /** The object is taken, and its producer told. */
  WARNING;

  /** In lower case, as people and machines read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
