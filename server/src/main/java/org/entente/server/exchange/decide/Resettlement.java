// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.policy.Community;
import org.entente.server.store.Facts;
import org.entente.server.store.Keys;
import org.entente.server.store.Plan;
import org.entente.stix.StixId;

/**
 * What would put the rows of an id right. Each id is derived from its own versions and from what
 * its neighbours have, so that where nothing would change for any id, all of them are right.
 */
public final class Resettlement {
  private final World world;
  private final Ground ground;

  /**
   * A look at what is loaded.
   *
   * @param facts what is loaded
   * @param community has every policy that a stored version was pushed under
   * @param forms classes by form
   */
  public Resettlement(Facts facts, Community community, ClassForms forms) {
    this.world = new World(facts);
    this.ground = new Ground(community, forms, Map.of());
  }

  /** The changes that are due; not to be relied on while something is {@link #missing()}. */
  public Plan of(StixId id) {
    Writing writing = new Writing();
    world.rest();
    new Settlement(world, ground, Set.of(id)).write(writing);
    return writing.plan(List.of(), List.of(), List.of());
  }

  /** What has to be loaded before the answers can be relied on. */
  public Keys missing() {
    return world.missing();
  }
}
