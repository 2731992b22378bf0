// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import io.vertx.core.Future;
import java.util.Optional;

/** Tells who a bearer token belongs to. */
public interface AdminDoor {
  /** The operator, or empty when the token opens nothing. */
  Future<Optional<Operator>> admit(String token);
}
