// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import java.util.Optional;
import org.entente.server.auth.Principal;
import org.entente.server.taxii.StatusResource;

/** Tells what became of submissions. */
public interface Statuses {
  /**
   * Looks one up.
   *
   * @param principal who asks
   * @param apiRoot the path segment of the root
   * @param id the status id as sent
   * @return empty when there is none that this principal may see in this root
   */
  Future<Optional<StatusResource>> status(Principal principal, String apiRoot, String id);
}
