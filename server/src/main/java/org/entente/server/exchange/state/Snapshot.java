// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.state;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.exchange.decide.Ground;
import org.entente.server.policy.AudienceClass;
import org.entente.server.policy.Community;
import org.entente.server.store.Gain;
import org.entente.server.store.StoredSecret;

/**
 * What is known of the exchange at one time.
 *
 * @param community members, collections and policies in force
 * @param classes audience classes; the class of number n is at n - 1
 * @param gains by collection, oldest first
 * @param tails by collection, the last position of a row
 * @param bounds by member and collection, the lowest position that counts
 * @param administrators their roles, by id
 * @param secrets by holder
 */
public record Snapshot(
    Community community,
    List<AudienceClass> classes,
    Map<String, List<Gain>> gains,
    Map<String, Long> tails,
    Map<String, Long> bounds,
    Map<String, Set<String>> administrators,
    Map<String, List<StoredSecret>> secrets) {
  /** What the holder of an administrator's secret begins with. */
  public static final String ADMINISTRATOR = "admin:";

  /** Before anything is loaded. */
  static final Snapshot NONE =
      new Snapshot(
          new Community(0, List.of()), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** A class by its number. */
  public AudienceClass audience(int number) {
    return classes.get(number - 1);
  }

  /** The lowest position that counts for a member in a collection. */
  public long bound(String member, String collection) {
    return bounds.getOrDefault(Ground.key(member, collection), 0L);
  }

  Snapshot with(List<AudienceClass> more, Map<String, List<Gain>> gained, Map<String, Long> tail) {
    return new Snapshot(community, more, gained, tail, bounds, administrators, secrets);
  }
}
