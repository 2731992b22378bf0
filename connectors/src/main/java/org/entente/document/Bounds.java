// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.document;

/** What a text may hold at most; anybody who may apply may send one. */
final class Bounds {
  /** Characters of one text. */
  static final int CHARACTERS = 16 * 1024 * 1024;

  /** Scalars, lists and mappings of one text, aliases counted each time they are used. */
  static final int NODES = 500_000;

  /** How many more values than characters a text may have, by its aliases. */
  static final int BY_ALIASES = 10_000;

  /** Lists and mappings within each other. */
  static final int DEPTH = 32;

  /** Errors that are told of. */
  static final int ERRORS = 200;

  private Bounds() {}
}
