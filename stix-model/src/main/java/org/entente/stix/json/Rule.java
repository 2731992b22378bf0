// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.json;

/** The rules that an object must keep to be stored at all. */
public enum Rule {
  /** An item of {@code objects} is no JSON object. */
  NOT_AN_OBJECT,
  /** A bundle where an object belongs (STIX 2.1 §8). */
  NESTED_BUNDLE,
  /** What a bundle says of itself (STIX 2.1 §8). */
  BUNDLE,
  /** More bytes than the limits allow. */
  TOO_LARGE,
  /** Nested deeper than the limits allow. */
  TOO_DEEP,
  /** A name twice in one JSON object. */
  DUPLICATE_KEY,
  /** An escaped half of a surrogate pair without the other. */
  LONE_SURROGATE,
  /** A number that no double can hold. */
  NUMBER_RANGE,
  /** A string, name or number longer than the limits allow. */
  VALUE_TOO_LONG,
  /** Not JSON; bodies that were split never have it. */
  NOT_JSON,
  /** {@code type} missing or no type name (STIX 2.1 §3.2). */
  TYPE,
  /** {@code id} missing, no identifier, or of another type (STIX 2.1 §2.9). */
  ID,
  /** {@code spec_version} missing or not 2.1 (STIX 2.1 §3.2). */
  SPEC_VERSION,
  /** A timestamp missing or malformed (STIX 2.1 §2.16, §3.2). */
  TIMESTAMP,
  /** A property of another JSON kind than the standard gives it. */
  KIND,
  /** A reference that is no identifier, or of a type it cannot have. */
  REFERENCE,
  /** A marking that cannot be understood as one (STIX 2.1 §7.2). */
  MARKING,
  /** More references or labels than the limits allow. */
  TOO_MANY
}
