// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

import java.util.Set;
import org.entente.stix.StixObject;

/** The classes of objects that differ in which common properties they need (STIX 2.1 §3.2). */
enum ObjectClass {
  /** A domain or relationship object (§4, §5). */
  DOMAIN(true, true),
  /** An extension-definition or language-content (§7.1, §7.3): versioned like those. */
  VERSIONED_META(true, true),
  /** A marking-definition (§7.2), which has no versions. */
  MARKING(true, false),
  /** A cyber-observable (§6), standard or by extension. */
  OBSERVABLE(false, false),
  /** Any other type: nothing is known of what it needs. */
  UNKNOWN(false, false);

  private static final Set<String> DOMAINS =
      Set.of(
          "attack-pattern",
          "campaign",
          "course-of-action",
          "grouping",
          "identity",
          "incident",
          "indicator",
          "infrastructure",
          "intrusion-set",
          "location",
          "malware",
          "malware-analysis",
          "note",
          "observed-data",
          "opinion",
          "relationship",
          "report",
          "sighting",
          "threat-actor",
          "tool",
          "vulnerability");

  private final boolean created;
  private final boolean modified;

  ObjectClass(boolean created, boolean modified) {
    this.created = created;
    this.modified = modified;
  }

  /** Whether {@code created} and {@code spec_version} are required. */
  boolean needsCreated() {
    return created;
  }

  /** Whether {@code modified} is required. */
  boolean needsModified() {
    return modified;
  }

  /**
   * The class of a type.
   *
   * @param type the type's name
   * @param newObservable whether an extension of the object makes it a cyber-observable
   */
  static ObjectClass of(String type, boolean newObservable) {
    return switch (type) {
      case "marking-definition" -> MARKING;
      case "extension-definition", "language-content" -> VERSIONED_META;
      default ->
          DOMAINS.contains(type)
              ? DOMAIN
              : newObservable || StixObject.isObservable(type) ? OBSERVABLE : UNKNOWN;
    };
  }
}
