// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.Arrays;
import java.util.Optional;

/** What a member is. */
public enum OrgKind {
  PRIVATE("private"),
  GOVERNMENT("government"),
  LAW_ENFORCEMENT("law-enforcement"),
  CERT("cert"),
  ISAC("isac"),
  HUB("hub");

  private final String label;

  OrgKind(String label) {
    this.label = label;
  }

  /** The word that documents use. */
  public String label() {
    return label;
  }

  /** Whether such a member passes on what it receives, and so gets AMBER and up only when named. */
  public boolean redistributes() {
    return this == HUB || this == ISAC;
  }

  /** The kind of a word, or empty. */
  public static Optional<OrgKind> parse(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
