// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import org.entente.server.auth.Principal;
import org.entente.server.policy.Reader;

/** From a principal, who has shown who it is, to a reader, who may see things. */
public final class Readers {
  private Readers() {}

  /**
   * The reader that a principal is now; nobody in particular when its credential or member is no longer
   * there or active.
   */
  public static Reader of(Snapshot now, Principal principal) {
    return principal.anonymous()
        ? Reader.ANONYMOUS
        : now.community().reader(principal.credentialId()).orElse(GONE);
  }

  /** Not anonymous, and without any right. */
  private static final Reader GONE = Reader.ANONYMOUS;
}
