// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

/**
 * The definition of a connector, kept as written.
 *
 * @param id its name
 * @param document the document as JSON
 */
public record Feed(String id, String document) implements Resource {
  @Override
  public Kind kind() {
    return Kind.FEED;
  }
}
