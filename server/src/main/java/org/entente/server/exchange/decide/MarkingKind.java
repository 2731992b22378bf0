// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

/** What a marking-definition means to the rules. The order is stored. */
public enum MarkingKind {
  /** The object defines no marking. */
  NONE,
  /** A statement: known, and narrows nothing. */
  STATEMENT,
  /** One of the predefined TLP definitions. */
  TLP,
  /** A definition of type {@code tlp} that is none of the predefined ones. */
  FOREIGN_TLP,
  /** Anything else: not understood. */
  OTHER
}
