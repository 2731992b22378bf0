// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.pattern;

/** Joins comparisons within one observation (STIX 2.1 §9.6), the tighter one first. */
public enum BooleanOperator {
  /** Both hold. */
  AND,
  /** One of them holds. */
  OR
}
