// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.Set;

/**
 * Somebody who runs the exchange; no role reads content.
 *
 * @param id a name
 * @param roles {@code hub-admin}, {@code hub-curator}, {@code hub-auditor}
 */
public record Administrator(String id, Set<String> roles) implements Resource {
  @Override
  public Kind kind() {
    return Kind.ADMINISTRATOR;
  }
}
