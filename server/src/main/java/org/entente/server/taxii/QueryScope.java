// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

/** Which parameters mean something to an endpoint; it ignores the others (TAXII 2.1 §3.4.1). */
public enum QueryScope {
  /** Objects and manifest of a collection. */
  COLLECTION,
  /** One object. */
  OBJECT,
  /** The versions of one object. */
  VERSIONS,
  /** Deleting one object; all of its versions unless some are named. */
  DELETION;

  /** The versions meant when none are named. */
  VersionMatch unasked() {
    return this == VERSIONS || this == DELETION ? VersionMatch.ALL : VersionMatch.LAST;
  }

  boolean knows(String name) {
    return switch (name) {
      case "match[spec_version]" -> true;
      case "added_after", "limit", "next" -> this != DELETION;
      case "match[version]" -> this != VERSIONS;
      case "match[id]", "match[type]" -> this == COLLECTION;
      default -> false;
    };
  }
}
