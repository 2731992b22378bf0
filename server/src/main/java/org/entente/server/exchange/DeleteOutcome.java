// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

/** What became of a request to delete. */
public enum DeleteOutcome {
  /** Every version that matched is gone from the collection. */
  DONE,
  /** The principal sees no such object or version there. */
  NOT_FOUND,
  /** The principal sees it, and it is not its own. */
  FORBIDDEN
}
