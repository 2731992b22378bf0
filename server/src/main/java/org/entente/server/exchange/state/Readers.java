// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.policy.Reader;

/** From a principal, who has shown who it is, to a reader, who may see things. */
public final class Readers {
  private Readers() {}

  /**
   * The reader that a principal is now.
   *
   * @return empty when its credential or member is no longer there or active
   */
  public static Optional<Reader> of(Snapshot now, Principal principal) {
    return principal.anonymous()
        ? Optional.of(Reader.ANONYMOUS)
        : now.community().reader(principal.credentialId());
  }
}
