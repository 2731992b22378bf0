// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.Optional;

/** Tells who a bearer token belongs to. */
public interface AdminDoor {
  /**
   * The operator, or empty when the token opens nothing.
   *
   * @param token what was presented
   * @param from who presents it
   * @return fails with {@link org.entente.server.auth.AuthFailure} when the address has guessed too
   *     often
   */
  Future<Optional<Operator>> admit(String token, InetAddress from);
}
