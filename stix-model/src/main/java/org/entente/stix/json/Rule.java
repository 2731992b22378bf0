// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/** The rules that an object must keep to be stored at all, by the name they are counted under. */
public enum Rule {
  /** An item of {@code objects} is no JSON object. */
  NOT_AN_OBJECT("not-an-object"),
  /** A bundle where an object belongs (STIX 2.1 §8). */
  NESTED_BUNDLE("nested-bundle"),
  /** More bytes than the limits allow. */
  TOO_LARGE("object-too-large"),
  /** Nested deeper than the limits allow. */
  TOO_DEEP("too-deep"),
  /** A name twice in one JSON object. */
  DUPLICATE_KEY("duplicate-key"),
  /** An escaped half of a surrogate pair without the other. */
  LONE_SURROGATE("lone-surrogate"),
  /** A number that no double can hold. */
  NUMBER_RANGE("number-range"),
  /** A string, name or number longer than the limits allow. */
  VALUE_TOO_LONG("value-too-long"),
  /** Not JSON; bodies that were split never have it. */
  NOT_JSON("not-json"),
  /** {@code type} missing or no type name (STIX 2.1 §3.2). */
  TYPE("type"),
  /** {@code id} missing, no identifier, or of another type (STIX 2.1 §2.9). */
  ID("id"),
  /** {@code spec_version} missing or not 2.1 (STIX 2.1 §3.2). */
  SPEC_VERSION("spec-version"),
  /** A timestamp missing or malformed (STIX 2.1 §2.16, §3.2). */
  TIMESTAMP("timestamp"),
  /** A property of another JSON kind than the standard gives it. */
  KIND("kind"),
  /** A reference that is no identifier, or of a type it cannot have. */
  REFERENCE("reference"),
  /** A marking that cannot be understood as one (STIX 2.1 §7.2). */
  MARKING("marking"),
  /** More references or labels than the limits allow. */
  TOO_MANY("too-many");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /** The name under which failures are summed up: {@code duplicate-key}. */
  public String code() {
    return code;
  }
}
