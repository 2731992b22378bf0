// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

/** Joins observations (STIX 2.1 §9.5), the one that binds most tightly first. */
public enum ObservationOperator {
  /** Both are seen. */
  AND,
  /** One of them is seen. */
  OR,
  /** Both are seen, the second not before the first. */
  FOLLOWEDBY
}
