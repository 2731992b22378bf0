// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin;

import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.admin.rest.Caller;

/**
 * Who calls the admin API.
 *
 * @param name an administrator's id, or {@code admin.token}
 * @param roles what the operator may do
 */
public record Operator(String name, Set<Role> roles) {
  /** What the first token may do. */
  public static final Operator FIRST = new Operator("admin.token", Set.of(Role.values()));

  Caller caller() {
    return new Caller(name, roles.stream().map(Role::label).collect(Collectors.toSet()));
  }
}
