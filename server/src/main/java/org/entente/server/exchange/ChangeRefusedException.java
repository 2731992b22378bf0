// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import java.util.List;

/** A change of resources cannot be made as long as things are as they are. */
public final class ChangeRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  /**
   * A refusal.
   *
   * @param reasons one lower-case sentence each, at least one
   */
  public ChangeRefusedException(List<String> reasons) {
    super(String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Why, one lower-case sentence each. */
  public List<String> reasons() {
    return reasons;
  }
}
