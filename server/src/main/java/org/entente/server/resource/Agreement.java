// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.Tlp;

/**
 * What a recipient promised.
 *
 * @param id its name
 * @param version counts up
 * @param between the hub and {@code members}, two members, or a member and a circle
 * @param ceiling the highest level it covers
 * @param flags the flags it lets through
 * @param maxAction how far a recipient may act, when it says so
 */
public record Agreement(
    String id,
    int version,
    List<String> between,
    Tlp ceiling,
    Set<String> flags,
    Optional<Credential.ActsAs> maxAction)
    implements Resource {
  @Override
  public Kind kind() {
    return Kind.AGREEMENT;
  }
}
