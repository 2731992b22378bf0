// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.admin.rest;

import java.util.Set;

/**
 * Who calls.
 *
 * @param name an administrator's id, {@code admin.token}, or a credential's id
 * @param roles what the caller may do, the words that documents use
 */
public record Caller(String name, Set<String> roles) {
  boolean may(Set<String> allowed) {
    return allowed.isEmpty() || roles.stream().anyMatch(allowed::contains);
  }
}
