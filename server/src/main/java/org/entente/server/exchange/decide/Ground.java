// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.util.Map;
import org.entente.server.policy.Community;

/**
 * What a decision stands on, of one epoch.
 *
 * @param community members, collections and policies in force
 * @param forms classes by form
 * @param bounds by {@link #key}, the lowest position that counts for a member in a collection
 */
public record Ground(Community community, ClassForms forms, Map<String, Long> bounds) {
  /** Names a member and a collection. */
  public static String key(String member, String collection) {
    return member + ' ' + collection;
  }

  /** The lowest position that counts for a member in a collection. */
  long bound(String member, String collection) {
    return bounds.getOrDefault(key(member, collection), 0L);
  }
}
