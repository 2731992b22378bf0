// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange;

import io.vertx.core.Future;
import org.entente.server.auth.Principal;
import org.entente.server.taxii.ObjectQuery;

/** Takes objects out of a collection. */
public interface Deleting {
  /**
   * Deletes versions of one object.
   *
   * @param principal who asks; it may read and write the collection
   * @param collection where from
   * @param stixId the id as sent
   * @param query its spec versions and versions say which; the rest is not used
   */
  Future<DeleteOutcome> delete(
      Principal principal, CollectionView collection, String stixId, ObjectQuery query);
}
