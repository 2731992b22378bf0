// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.resource;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.StixId;
import org.entente.stix.Tlp;

/**
 * The rules of the hub itself.
 *
 * @param id {@code hub/name@n}
 * @param unmarked the level at which an unmarked object is judged where the collection says nothing
 * @param denyOrgs members who receive nothing
 * @param denyControl countries whose companies receive nothing, by control
 * @param flagAgreements by flag, the agreement that it needs
 * @param markings levels, or {@code statement}, of foreign marking-definitions
 * @param standing how standing is computed, as written, when it is
 */
public record HubPolicy(
    String id,
    Tlp unmarked,
    Set<String> denyOrgs,
    Set<String> denyControl,
    Map<String, String> flagAgreements,
    Map<StixId, String> markings,
    Optional<String> standing)
    implements Resource {
  @Override
  public Kind kind() {
    return Kind.HUB_POLICY;
  }

  /** The id without its version: {@code hub/name}. */
  public String family() {
    return id.substring(0, id.lastIndexOf('@'));
  }

  /** The version, counting from 1; the highest is in force. */
  public int version() {
    return Integer.parseInt(id.substring(id.lastIndexOf('@') + 1));
  }
}
